/** All pauses there are for this person: those of the catalogue and their own, with what they said about each. */
import type { Pause, PauseStep } from './pause.ts'
import type { Id, OwnPause, OwnPauseStep } from './records.ts'

export type ListedPause = {
  readonly pause: Pause
  /** An own pause's name and line; null for one of the catalogue, whose texts are messages. */
  readonly own: { readonly name: string; readonly about: string | null } | null
  readonly favourite: boolean
  readonly hidden: boolean
}

export type PauseList = {
  /** Those of the catalogue in its order, then own ones in the order in which they were made. */
  readonly all: readonly ListedPause[]
  find(id: Id): ListedPause | null
  /** The name of an own pause, also of a deleted one that sessions still name; null for all others. */
  nameOf(id: Id): string | null
}

/** How long a step that waits is taken to last, in seconds, where an own pause's length is told. */
const waitingSeconds = 20

const stepOf = ({ text, seconds }: OwnPauseStep): PauseStep =>
  seconds === null ? { text, seconds: waitingSeconds, waits: true } : { text, seconds }

/** An own pause as the runner takes it. */
export const ownPause = (id: Id, steps: readonly OwnPauseStep[]): Pause => {
  const all = steps.map(stepOf)
  return { id, kind: 'own', seconds: all.reduce((sum, step) => sum + step.seconds, 0), steps: all, rules: [] }
}

/** `rows` are what the store holds; one of a pause that this Thaw does not know changes nothing. */
export const pauseList = (catalogue: readonly Pause[], rows: readonly OwnPause[]): PauseList => {
  const byId = new Map(rows.map(row => [row.id, row]))
  const known = catalogue.map(pause => {
    const { favourite = false, hidden = false } = byId.get(pause.id) ?? {}
    return { pause, own: null, favourite, hidden }
  })
  const own = rows
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap(({ id, label, text, steps = [], favourite, hidden }) =>
      label === null || steps.length === 0
        ? []
        : [{ pause: ownPause(id, steps), own: { name: label, about: text }, favourite, hidden }],
    )
  const all = [...known, ...own]
  return {
    all,
    find: id => all.find(({ pause }) => pause.id === id) ?? null,
    nameOf: id => byId.get(id)?.label ?? null,
  }
}
