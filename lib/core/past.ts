/** A check-in that is added for a day that has passed: when it was, what stands in its form, and the record it makes. */

import { newCheckIn, noteAtMost } from './check-in.ts'
import { type Edit, noEdit, readEdit, saysSomething, withEdit } from './edit.ts'
import { isLoose, type Loose } from './loose.ts'
import type { CheckIn, Fields, Id, Session } from './records.ts'
import { fail, ok, type Result } from './result.ts'
import { type Day, isDay, zonedAt } from './time.ts'

/** No check-in is older. */
export const firstDay: Day = '1900-01-01'

/** When it was, as it is typed; null where something stands in the field that is no whole day or time yet. */
export type When = {
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string | null
  /** `HH:MM`, or empty: then the day is known and the time is not. */
  readonly time: string | null
  /** "I don't know the time" counts before anything that stands in the field. */
  readonly timeUnknown: boolean
}

/** What does not hold about a day or a time. */
export type WhenProblem =
  | { readonly field: 'day'; readonly why: 'none' | 'to-come' | 'too-old' }
  | { readonly field: 'time'; readonly why: 'part' | 'to-come' }

/** When and where a check-in was, and how exactly that is known. */
export type Lived = Pick<CheckIn, 'at' | 'zone' | 'day' | 'precision'>

const noon = Temporal.PlainTime.from('12:00')

/** The day, or why it cannot be the one. */
export const readDay = (day: string | null, today: Day): Result<Temporal.PlainDate, WhenProblem> => {
  if (!isDay(day)) return fail({ field: 'day', why: 'none' })
  if (day > today) return fail({ field: 'day', why: 'to-come' })
  return day < firstDay ? fail({ field: 'day', why: 'too-old' }) : ok(Temporal.PlainDate.from(day))
}

/** Null where no time is known; a problem where what stands there is none. */
const readTime = ({ time, timeUnknown }: When): Result<Temporal.PlainTime | null, WhenProblem> => {
  if (timeUnknown || time === '') return ok(null)
  return time !== null && /^([01]\d|2[0-3]):[0-5]\d/.test(time)
    ? ok(Temporal.PlainTime.from(time.slice(0, 5)))
    : fail({ field: 'time', why: 'part' })
}

/**
 * When a check-in of the past was, in the zone of `now`. Without a time it stands at noon: no clock change and no journey of up to half
 * a day moves noon to another date, so whoever orders by instants alone finds it among its day. Where noon is still to come it
 * stands at `now`, so that nothing lies in the future. A time that a clock change skipped or doubled is taken as `Temporal` takes it
 * by default: https://tc39.es/proposal-temporal/docs/ambiguity.html. The day is always the chosen one, also in the rare zones that
 * once skipped midnight or a whole day.
 */
export const livedAt = (when: When, now: Temporal.ZonedDateTime): Result<Lived, WhenProblem> => {
  const date = readDay(when.day, now.toPlainDate().toString())
  if (!date.ok) return date
  const time = readTime(when)
  if (!time.ok) return time
  const zone = now.timeZoneId
  const at = date.value
    .toPlainDateTime(time.value ?? noon)
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
  const day = date.value.toString()
  if (time.value === null) return ok({ at: Math.min(at, now.epochMilliseconds), zone, day, precision: 'day' })
  if (at > now.epochMilliseconds) return fail({ field: 'time', why: 'to-come' })
  return ok({ at, zone, day, precision: 'minute' })
}

/** The clock in `zone`; as it stands where no such zone is known. */
export const clockIn = (now: Temporal.ZonedDateTime, zone: string): Temporal.ZonedDateTime => {
  try {
    return now.withTimeZone(zone)
  } catch {
    return now
  }
}

/** When a check-in was, as its form shows it; a day that is on no calendar is left to be chosen. */
export const whenOf = ({ at, zone, day, precision }: Lived, now: Temporal.ZonedDateTime): When => {
  const isTimed = precision === 'minute'
  const time = () => zonedAt(at, clockIn(now, zone).timeZoneId).toPlainTime().toString().slice(0, 5)
  return { day: isDay(day) ? day : '', time: isTimed ? time() : '', timeUnknown: !isTimed }
}

/** Whether both say the same moment. What stands in the field of the time says nothing where the time is not known. */
export const sameWhen = (one: When, other: When): boolean =>
  one.day === other.day &&
  one.timeUnknown === other.timeUnknown &&
  (one.timeUnknown || one.time === other.time)

/** The moment of `theirs`, unless another one was chosen between `base` and `mine`. */
export const rebasedWhen = (mine: When, base: When, theirs: When): When =>
  sameWhen(mine, theirs) || !sameWhen(mine, base) ? mine : theirs

/** A pause that goes along with its check-in, which moved by so many milliseconds; it stays in its zone. */
export const movedBy = (
  { at, zone, day }: Pick<Session, 'at' | 'zone' | 'day'>,
  by: number,
): Pick<Session, 'at' | 'day'> => {
  try {
    return {
      at: at + by,
      day: zonedAt(at + by, zone)
        .toPlainDate()
        .toString(),
    }
  } catch {
    return { at, day }
  }
}

/** A check-in of the past that is being added. It may stand unfinished, and outlives the browser. */
export type PastDraft = {
  /** The id that its record will have, so that saving twice makes one record. */
  readonly id: Id
  /** Whether its form stands open. */
  readonly open: boolean
  readonly when: When
  readonly edit: Edit
  /** What is typed to find a word. */
  readonly find: string
}

export const newPastDraft = (id: Id): PastDraft => ({
  id,
  open: true,
  when: { day: '', time: '', timeUnknown: false },
  edit: noEdit,
  find: '',
})

/** Whether anything was typed or answered. */
export const holdsSomething = ({ when, edit, find }: PastDraft): boolean =>
  when.day !== '' ||
  when.time !== '' ||
  when.timeUnknown ||
  find !== '' ||
  edit.note !== '' ||
  saysSomething(edit)

/** All that keeps a draft from being saved. */
export type PastProblems = {
  readonly when: WhenProblem | null
  /** The length of a note that is too long. */
  readonly noteLength: number | null
  readonly nothingSaid: boolean
}

/** The check-in that a draft makes, or why it makes none yet. */
export const pastCheckIn = (
  { when, edit }: PastDraft,
  now: Temporal.ZonedDateTime,
): Result<Fields<'checkIns'>, PastProblems> => {
  const lived = livedAt(when, now)
  const noteLength = edit.note.length > noteAtMost ? edit.note.length : null
  const nothingSaid = !saysSomething(edit)
  if (!lived.ok || noteLength !== null || nothingSaid)
    return fail({ when: lived.ok ? null : lived.problem, noteLength, nothingSaid })
  const { precision, ...moment } = lived.value
  const blank = { ...newCheckIn(moment, { source: 'page', nudgeId: null }), precision }
  return ok(withEdit(blank, noEdit, edit))
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The draft in whatever is stored; null where there is none. */
export const readPastDraft = (stored: unknown): PastDraft | null => {
  if (!isLoose(stored) || text(stored['id']) === '') return null
  const when: Loose = isLoose(stored['when']) ? stored['when'] : {}
  return {
    id: text(stored['id']),
    open: stored['open'] === true,
    // What was no whole day or time is gone with the page: no browser gives it out.
    when: { day: text(when['day']), time: text(when['time']), timeUnknown: when['timeUnknown'] === true },
    edit: readEdit(stored['edit']),
    find: text(stored['find']),
  }
}
