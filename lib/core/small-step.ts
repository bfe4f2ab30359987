/** Small steps: what a pause that ends in one leaves behind, what became of it, and how long it stays in sight. */
import type { Id, Reflection } from './records.ts'
import { shortened } from './shortened.ts'
import { type Day, type Instant, isDay, momentOf, zonedAt } from './time.ts'

/**
 * The fields of a reflection of type `step`. The pause writes the first seven, each null where it was left alone and not there
 * where that pause does not ask for it; Today writes the last two, which are not there before:
 * - `text`: one line; `to`: a person's name; `ladder`: lines, from the whole thing to the smallest step of it
 * - `minutes`: `2`, `5` or `15` as text; `expected`: 0–10; `how`: `later`, `smaller`, `shared` or `dropped`; `pauseId`
 * - `doneAt`: the instant at which it was marked as done
 * - `setAside`: the civil day for which the person said "Not today"
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
  readonly state: 'open' | 'done' | 'set-aside'
}

/** Of a thing that is to come later or to be dropped, nothing is left to do. */
const hows = ['smaller', 'shared'] as const

/** A step that is open stays for its own day and for so many more, then it goes without a word. */
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

/** What is to be done, in whatever the fields hold; null where that is nothing. */
const whatOf = (fields: StepFields): Pick<SmallStep, 'text' | 'name' | 'to' | 'minutes' | 'how'> | null => {
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
      }
}

const doneIn = ({ doneAt }: StepFields): Instant | null =>
  typeof doneAt === 'number' && Number.isFinite(doneAt) ? doneAt : null

/** Null where nothing of it is in sight on the day of `now`. */
const stateOf = (
  { at, day, fields }: Pick<Reflection, 'at' | 'day' | 'fields'>,
  now: Temporal.ZonedDateTime,
): SmallStep['state'] | null => {
  const lived = isDay(day) ? day : momentOf(zonedAt(at, now.timeZoneId)).day
  const first = now.toPlainDate().subtract({ days: daysAfter }).toString()
  if (lived < first) return null
  const doneAt = doneIn(fields)
  if (doneAt !== null) return doneAt >= now.startOfDay().epochMilliseconds ? 'done' : null
  return fields['setAside'] === momentOf(now).day ? 'set-aside' : 'open'
}

type Row = Pick<Reflection, 'id' | 'at' | 'day' | 'type' | 'fields'>

/** The steps among reflections that belong to the day of `now`, newest first: those that are open, and what became of others on that day. */
export const stepsOf = (reflections: readonly Row[], now: Temporal.ZonedDateTime): readonly SmallStep[] =>
  reflections
    .flatMap(row => {
      const what = row.type === 'step' ? whatOf(row.fields) : null
      const state = what && stateOf(row, now)
      return state ? [{ id: row.id, at: row.at, ...what, state }] : []
    })
    .toSorted((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1))

/** From when on a reflection can be one of those steps. */
export const stepsSince = (now: Temporal.ZonedDateTime): Instant =>
  // Its civil day may have been lived in a zone where it began a day earlier.
  now.startOfDay().subtract({ days: daysAfter + 1 }).epochMilliseconds

const without = (fields: StepFields, ...names: readonly string[]): StepFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

/** The fields of a step that is open again, as if nothing had been said of it. */
export const reopened = (fields: StepFields): StepFields => without(fields, 'doneAt', 'setAside')

export const markedDone = (fields: StepFields, at: Instant): StepFields => ({
  ...reopened(fields),
  doneAt: at,
})

/** What was done meanwhile, on another page, stays done: null. */
export const putOff = (fields: StepFields, day: Day): StepFields | null =>
  doneIn(fields) === null ? { ...reopened(fields), setAside: day } : null
