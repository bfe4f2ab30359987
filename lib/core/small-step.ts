/** Small steps: what a pause that ends in one leaves behind, what became of it, and how long it stays in sight. */
import type { Fields, Id, Reflection } from './records.ts'
import { shortened } from './shortened.ts'
import { type Day, type Instant, isDay, type Moment, momentOf, zonedAt } from './time.ts'

/**
 * The fields of a reflection of type `step`. The pause writes the first seven, each null where it was left alone and not there
 * where that pause does not ask for it; what becomes of it is in the last three, which are not there before:
 * - `text`: one line; `to`: a person's name; `ladder`: lines, from the whole thing to the smallest step of it
 * - `minutes`: `2`, `5` or `15` as text; `expected`: 0–10; `how`: `later`, `smaller`, `shared` or `dropped`; `pauseId`
 * - `doneAt`: the instant at which it was marked as done
 * - `setAside`: the civil day for which the person said "Not today"
 * - `actual`: 0–10, how much of it reached them
 */
export type StepFields = Reflection['fields']

export type SmallStep = {
  readonly id: Id
  readonly at: Instant
  /** What is to be done. */
  readonly text: string
  /** The same, or its beginning where it is long. */
  readonly name: string
  /** The person it is done with, where `text` does not say so itself. */
  readonly to: string | null
  /** About how long it takes. */
  readonly minutes: number | null
  /** How something that presses is made lighter. */
  readonly how: (typeof hows)[number] | null
  /** 0–10: how much of it was to reach the person, and how much did; null where that was not said. */
  readonly expected: number | null
  readonly actual: number | null
  readonly state: 'open' | 'done' | 'set-aside'
  /** It stands among the steps of today. */
  readonly inSight: boolean
}

/** Of a thing that is to come later or to be dropped, nothing is left to do. */
const hows = ['smaller', 'shared'] as const
const noMore = ['later', 'dropped'] as const

/** A step that is open stays on Today for its own day and for so many more, then it goes from there without a word. */
const daysAfter = 2

/** The letters of a name. */
const nameAtMost = 60

const wordsIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** The smallest step alone: the whole thing is what felt too big. */
const smallestIn = (ladder: unknown): string | null =>
  Array.isArray(ladder) ? (ladder.map(wordsIn).findLast(line => line !== null) ?? null) : null

const minutesIn = (value: unknown): number | null => {
  const minutes = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0
  return minutes > 0 ? minutes : null
}

const reachIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10 ? value : null

/** What was written, whether anything is left to do of it or not. */
const textIn = ({ text, ladder, to }: StepFields): string | null =>
  wordsIn(text) ?? smallestIn(ladder) ?? wordsIn(to)

/** What is to be done, in whatever the fields hold; null where that is nothing. */
const whatOf = (fields: StepFields): Omit<SmallStep, 'id' | 'at' | 'state' | 'inSight'> | null => {
  const how = hows.find(known => known === fields['how']) ?? null
  if ('how' in fields && how === null) return null
  const own = wordsIn(fields['text']) ?? smallestIn(fields['ladder'])
  const to = wordsIn(fields['to'])
  const text = own ?? to
  return text === null
    ? null
    : {
        text,
        name: shortened(text, nameAtMost),
        to: own === null ? null : to,
        minutes: minutesIn(fields['minutes']),
        how,
        expected: reachIn(fields['expected']),
        actual: reachIn(fields['actual']),
      }
}

const doneIn = ({ doneAt }: StepFields): Instant | null =>
  typeof doneAt === 'number' && Number.isFinite(doneAt) ? doneAt : null

/** What of a day decides on a step: reckoned once, for there may be thousands of them. */
type Bounds = {
  /** When the day began. */
  readonly start: Instant
  readonly day: Day
  readonly zone: string
  /** The first day whose steps are still in sight. */
  readonly first: Day
}

const boundsOf = (now: Temporal.ZonedDateTime): Bounds => ({
  start: now.startOfDay().epochMilliseconds,
  day: momentOf(now).day,
  zone: now.timeZoneId,
  first: now.toPlainDate().subtract({ days: daysAfter }).toString(),
})

/** Null where it was done before that day: it has left without a word, and stands among those that are over. */
const stateOf = (fields: StepFields, { start, day }: Bounds): SmallStep['state'] | null => {
  const doneAt = doneIn(fields)
  if (doneAt !== null) return doneAt >= start ? 'done' : null
  return fields['setAside'] === day ? 'set-aside' : 'open'
}

const isInSight = ({ at, day }: Pick<Reflection, 'at' | 'day'>, { zone, first }: Bounds): boolean =>
  (isDay(day) ? day : momentOf(zonedAt(at, zone)).day) >= first

type Row = Pick<Reflection, 'id' | 'at' | 'day' | 'type' | 'fields'>

/** All steps among reflections that are open, of whatever day, and those that were done on the day of `now`, newest first. */
export const allSteps = (reflections: readonly Row[], now: Temporal.ZonedDateTime): readonly SmallStep[] => {
  const bounds = boundsOf(now)
  return reflections
    .flatMap(row => {
      const state = row.type === 'step' ? stateOf(row.fields, bounds) : null
      const what = state && whatOf(row.fields)
      return what ? [{ id: row.id, at: row.at, ...what, state, inSight: isInSight(row, bounds) }] : []
    })
    .toSorted((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1))
}

/** A step that asks for nothing any more. */
export type OverStep = {
  readonly id: Id
  /** null where no word of it was written. */
  readonly text: string | null
  readonly isDone: boolean
  /** What became of something that presses, where it is not to be done. */
  readonly how: (typeof noMore)[number] | null
}

/** All steps that `allSteps` leaves out, in the order given: done before the day of `now`, or put aside when they were written. */
export const overSteps = (reflections: readonly Row[], now: Temporal.ZonedDateTime): readonly OverStep[] => {
  const bounds = boundsOf(now)
  return reflections.flatMap(({ id, type, fields }) => {
    if (type !== 'step' || (stateOf(fields, bounds) && whatOf(fields))) return []
    const how = noMore.find(known => known === fields['how']) ?? null
    return [{ id, text: textIn(fields), isDone: doneIn(fields) !== null, how }]
  })
}

/** Those of `allSteps` that belong to the day of `now`. */
export const stepsOf = (reflections: readonly Row[], now: Temporal.ZonedDateTime): readonly SmallStep[] =>
  allSteps(reflections, now).filter(({ inSight }) => inSight)

/** From when on a reflection can be one of those steps. */
export const stepsSince = (now: Temporal.ZonedDateTime): Instant =>
  // Its civil day may have been lived in a zone where it began a day earlier.
  now.startOfDay().subtract({ days: daysAfter + 1 }).epochMilliseconds

const without = (fields: StepFields, ...names: readonly string[]): StepFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

/** The fields of a step that is open again, as if nothing had been said of it. */
export const reopened = (fields: StepFields): StepFields => without(fields, 'doneAt', 'setAside', 'actual')

export const markedDone = (fields: StepFields, at: Instant): StepFields => ({
  ...reopened(fields),
  doneAt: at,
})

/** What was done meanwhile, on another page, stays done: null. */
export const putOff = (fields: StepFields, day: Day): StepFields | null =>
  doneIn(fields) === null ? { ...reopened(fields), setAside: day } : null

/** How much of it reached the person, 0–10; null takes that back. */
export const reached = (fields: StepFields, actual: number | null): StepFields => ({
  ...without(fields, 'actual'),
  ...(actual !== null && { actual }),
})

/** The step as one of the day of `moment`, open; null where it was done meanwhile. When it was first thought of stands in its id. */
export const carriedOver = (
  row: Fields<'reflections'>,
  { at, zone, day }: Moment,
): Fields<'reflections'> | null =>
  doneIn(row.fields) === null ? { ...row, at, zone, day, fields: reopened(row.fields) } : null

/** The efforts to choose from, in minutes. */
export const efforts = [2, 5, 15] as const

/** What is asked for where a step is written; null or not there where it was left alone. */
export type StepAnswers = {
  readonly text: string
  readonly minutes?: (typeof efforts)[number] | null
  readonly expected?: number | null
}

/** A step that no pause left behind. */
export const writtenStep = (
  { at, zone, day }: Moment,
  { text, minutes = null, expected = null }: StepAnswers,
): Fields<'reflections'> => ({
  at,
  zone,
  day,
  type: 'step',
  fields: {
    text: text.trim(),
    minutes: minutes === null ? null : String(minutes),
    expected,
    pauseId: null,
  },
})
