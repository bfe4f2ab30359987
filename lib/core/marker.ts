/** A marker: a dated event on the timeline, with the form that makes one. */
import { noteAtMost } from './check-in.ts'
import { placeOf } from './history.ts'
import { readDay, type WhenProblem } from './past.ts'
import type { Fields, Id, Marker } from './records.ts'
import { fail, ok, type Result } from './result.ts'
import type { Day } from './time.ts'

/** What a marker can be of besides `own`, which is whatever its text says. Records may hold others. */
export const namedMarkers = ['medication', 'loss', 'move'] as const

/** A marker that is being added or changed. It may stand unfinished, and outlives the browser. */
export type MarkerDraft = {
  /** The id that its record has or will have, so that saving twice makes one record. */
  readonly id: Id
  /** Whether its form stands open. */
  readonly open: boolean
  /** Whether its record exists already. */
  readonly changes: boolean
  /** `YYYY-MM-DD` or empty; null where something stands in the field that is no whole day yet. */
  readonly day: string | null
  readonly type: string
  readonly text: string
  /** What stood in the form of a record when it was opened; null where that is not known, and for a new one. */
  readonly was: MarkerAnswers | null
}

/** What a marker's form asks for. */
type MarkerAnswers = Pick<MarkerDraft, 'day' | 'type' | 'text'>

const nothingSaid: MarkerAnswers = { day: '', type: 'own', text: '' }

export const newMarkerDraft = (id: Id): MarkerDraft => ({
  id,
  open: true,
  changes: false,
  ...nothingSaid,
  was: null,
})

/** The form that changes a marker; a day that is on no calendar is left to be chosen. */
export const markerDraftOf = ({ id, day, type, text }: Marker): MarkerDraft => {
  const was = { day: placeOf(day, Number.NaN), type, text }
  return { id, open: true, changes: true, ...was, was }
}

/** Whether anything was typed or chosen in it that would be lost with it. */
export const isUnfinished = (draft: MarkerDraft): boolean =>
  draft.changes ? draft.was === null || !sameMarker(draft, draft.was) : !sameMarker(draft, nothingSaid)

/** All that keeps a draft from being saved. */
export type MarkerProblems = {
  readonly day: WhenProblem | null
  /** Own text, and there is none. */
  readonly noText: boolean
  /** The length of a text that is too long. */
  readonly length: number | null
}

export const noMarkerProblems: MarkerProblems = { day: null, noText: false, length: null }

/** The marker that a draft makes, dated `today` or before unless its day was not touched, or why it makes none yet. */
export const markerFields = (
  { day, type, text, was }: MarkerDraft,
  today: Day,
): Result<Fields<'markers'>, MarkerProblems> => {
  const date = was !== null && day === was.day ? ok(was.day) : readDay(day, today)
  const length = text.length > noteAtMost ? text.length : null
  const noText = type === 'own' && text.trim() === ''
  if (!date.ok || length !== null || noText)
    return fail({ day: date.ok ? null : date.problem, noText, length })
  return ok({ day: String(date.value), type, text: text.trim() })
}

/** The record with only those answers replaced that were changed in its form, so that no other page's answer is undone. */
export const withMarkerChanges = (
  current: Fields<'markers'>,
  draft: MarkerDraft,
  made: Fields<'markers'>,
): Fields<'markers'> => {
  const isChanged = (name: keyof MarkerAnswers) => draft.was === null || draft[name] !== draft.was[name]
  return {
    ...current,
    ...(isChanged('day') && { day: made.day }),
    ...(isChanged('type') && { type: made.type }),
    ...(isChanged('text') && { text: made.text }),
  }
}

/** Whether both say the same. */
export const sameMarker = (one: MarkerAnswers, other: MarkerAnswers): boolean =>
  one.day === other.day && one.type === other.type && one.text === other.text

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const readAnswers = (stored: unknown): MarkerAnswers | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const loose: { readonly [name: string]: unknown } = { ...stored }
  return { day: text(loose['day']), type: text(loose['type']), text: text(loose['text']) }
}

const readMarkerDraft = (stored: unknown): MarkerDraft | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const loose: { readonly [name: string]: unknown } = { ...stored }
  if (text(loose['id']) === '') return null
  return {
    id: text(loose['id']),
    open: loose['open'] === true,
    changes: loose['changes'] === true,
    // What was no whole day is gone with the page: no browser gives it out.
    day: text(loose['day']),
    type: text(loose['type']) || 'own',
    text: text(loose['text']),
    was: readAnswers(loose['was']),
  }
}

/** The drafts in whatever is stored. */
export const readMarkerDrafts = (stored: unknown): readonly MarkerDraft[] =>
  [stored].flat().flatMap(one => readMarkerDraft(one) ?? [])
