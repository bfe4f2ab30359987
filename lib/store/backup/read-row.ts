/** Reads one record of a file into a row that cannot be wrong, or says which field keeps it from being one. */
import { fileLimits, type UnreadableReason } from '../../core/foreign.ts'
import { isTombstone, type Row } from '../../core/merge.ts'
import { firstDay } from '../../core/past.ts'
import type { StoreName } from '../../core/records.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { hour, type Instant, isDay, zoneSpread } from '../../core/time.ts'
import { validRow, wrongField } from '../valid-rows.ts'
import { rowForFile } from './format.ts'

export type RowProblem = { readonly reason: UnreadableReason; readonly field?: string }

const day = 24 * hour

/** No check-in can be made that is older. */
const earliest: Instant =
  Temporal.PlainDate.from(firstDay).toZonedDateTime('UTC').epochMilliseconds - zoneSpread

/** A clock that went ahead for a while left times that are worth keeping; later ones would stand over every change for good. */
const clockErrors = 100 * 365 * day

/** Characters of everything in the part of a record that Thaw does not look into. */
const looseText = 1_000_000

/** Part of the keys of the second copy, which such an id cannot break. */
const idShape = /^[\w-]{1,100}$/

/** Strings well-formed, in keys and values; `__proto__` stays a name like any other. */
const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.toWellFormed(), wellFormed(part)]),
  )
}

/** Whether reading changed nothing but what was not there, unknown, or not well-formed: what is there in a wrong type is not guessed at. */
const isAsGiven = (read: unknown, given: unknown): boolean => {
  if (typeof read === 'string') return typeof given === 'string' && given.toWellFormed() === read
  if (Array.isArray(read))
    return (
      Array.isArray(given) &&
      given.length === read.length &&
      read.every((item, place) => isAsGiven(item, given[place]))
    )
  if (typeof read === 'object' && read !== null)
    return (
      typeof given === 'object' &&
      given !== null &&
      Object.entries(read).every(([field, value]) => isAsGivenField(value, Reflect.get(given, field)))
    )
  return Object.is(read, given)
}

/** What is null or not there was not answered, whatever a reader puts in its place. */
const isAsGivenField = (read: unknown, given: unknown): boolean =>
  given === undefined || given === null || isAsGiven(read, given)

/** Length of all texts in a value that is no deeper than files may be. */
const textIn = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, part]) => sum + key.length + textIn(part), 0)
}

/** The parts of a record whose fields are not Thaw's to know. */
const loose = ['raw', 'fields']
/** When something was, for the records of whatever store has it. */
const lived = ['at', 'day']
/** Times that a machine's clock wrote down. */
const clocked = ['updatedAt', 'deletedAt', 'plannedAt', 'shownAt', 'openedAt', 'answeredAt']

const inRange = (field: string, value: unknown, now: Instant): boolean => {
  if (field === 'day') return isDay(value) && value >= firstDay && value <= dayAt(now + day + zoneSpread)
  if (typeof value !== 'number') return true
  return field === 'at' ? value >= earliest && value <= now + day : value >= 0 && value <= now + clockErrors
}

const dayAt = (instant: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toString().slice(0, 10)

/** Characters of everything that is sealed in a record: three times what may stand in it in the clear. */
const sealedText = 3 * looseText

/**
 * `now` as everywhere in epoch milliseconds: nothing was lived later than a day from then. A row that is sealed is none where `takesSealed`
 * does not say that there is a lock to it.
 */
export const readRow = (
  store: StoreName,
  value: unknown,
  now: Instant,
  takesSealed = false,
): Result<Row, RowProblem> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail({ reason: 'bad-row' })
  const valid = validRow(store, value)
  if (valid === null) {
    const field = wrongField(store, value)
    return fail({ reason: 'wrong-type', ...(field !== null && { field }) })
  }
  if (!idShape.test(valid.id)) return fail({ reason: 'wrong-type', field: 'id' })
  const row: { [field: string]: unknown } = { ...valid }
  for (const [field, read] of Object.entries(valid)) {
    const given: unknown = Reflect.get(value, field)
    if (field === 'sealed') {
      if (!takesSealed) return fail({ reason: 'wrong-type', field })
      if (textIn(given) > sealedText) return fail({ reason: 'too-long', field })
      continue
    }
    if (loose.includes(field)) {
      if (textIn(given) > looseText) return fail({ reason: 'too-long', field })
      row[field] = wellFormed(read)
    } else if (!isAsGivenField(read, given)) return fail({ reason: 'wrong-type', field })
    else if (textIn(read) > fileLimits.text) return fail({ reason: 'too-long', field })
    if (field === 'day' && !isDay(read)) return fail({ reason: 'bad-time', field })
    if ((lived.includes(field) || clocked.includes(field)) && !inRange(field, read, now))
      return fail({ reason: 'out-of-range', field })
  }
  const kept = row as unknown as Row
  return ok(isTombstone(kept) ? kept : rowForFile(kept))
}
