/** The pauses as the Library shows them: filtered, favourites first, own ones after them, then by kind, hidden ones last. */
import { type PauseKind, pauseKinds } from './pause-kinds.ts'
import type { Id } from './records.ts'

/** Up to half a minute, up to a minute (the short ones too), longer than that. */
export const pauseSpans = ['short', 'minute', 'longer'] as const
export type PauseSpan = (typeof pauseSpans)[number]

/** What a pause must be to be shown; null for anything. */
export type PauseFilter = {
  readonly kind: PauseKind | null
  readonly span: PauseSpan | null
  readonly grade: string | null
}

export const noFilter: PauseFilter = { kind: null, span: null, grade: null }

/** What the shelf needs to know of a pause. */
type Placed = {
  readonly pause: { readonly id: Id; readonly kind: PauseKind; readonly seconds: number }
  /** null where nothing is known of it. */
  readonly grade: string | null
  readonly favourite: boolean
  readonly hidden: boolean
}

export type Shelf<One> = {
  readonly favourites: readonly One[]
  readonly own: readonly One[]
  /** The kinds of which something is left, in their order. */
  readonly kinds: readonly { readonly kind: PauseKind; readonly pauses: readonly One[] }[]
  readonly hidden: readonly One[]
  /** All of them together, each once. */
  readonly count: number
}

const isInSpan = (seconds: number, span: PauseSpan): boolean => {
  switch (span) {
    case 'short':
      return seconds <= 30
    case 'minute':
      return seconds <= 60
    case 'longer':
      return seconds > 60
  }
}

/** `found` are the ids that a search found; null while nothing is sought. Each pause stands in one place. */
export const pauseShelf = <One extends Placed>(
  all: readonly One[],
  filter: PauseFilter,
  found: readonly Id[] | null,
): Shelf<One> => {
  const sought = found && new Set(found)
  const fitting = all.filter(
    ({ pause, grade }) =>
      (filter.kind === null || pause.kind === filter.kind) &&
      (filter.span === null || isInSpan(pause.seconds, filter.span)) &&
      (filter.grade === null || grade === filter.grade) &&
      (sought === null || sought.has(pause.id)),
  )
  const shown = fitting.filter(({ hidden }) => !hidden)
  const rest = shown.filter(({ favourite }) => !favourite)
  return {
    favourites: shown.filter(({ favourite }) => favourite),
    own: rest.filter(({ pause }) => pause.kind === 'own'),
    kinds: pauseKinds
      .filter(kind => kind !== 'own')
      .map(kind => ({ kind, pauses: rest.filter(({ pause }) => pause.kind === kind) }))
      .filter(({ pauses }) => pauses.length > 0),
    hidden: fitting.filter(({ hidden }) => hidden),
    count: fitting.length,
  }
}
