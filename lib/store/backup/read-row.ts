/** Reads one record of a file into a row that cannot be wrong, or says which field keeps it from being one. */
import { fileLimits, type UnreadableReason } from '../../core/foreign.ts'
import { isTombstone, type Row } from '../../core/merge.ts'
import type { StoreName } from '../../core/records.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { hour, type Instant, isDay, zoneSpread } from '../../core/time.ts'
import { validRow, wrongField } from '../valid-rows.ts'
import { rowForFile } from './format.ts'

export type RowProblem = { readonly reason: UnreadableReason; readonly field?: string }

/** No day is older: those that Thaw writes have four digits for their year. */
const earliest: Instant =
  Temporal.PlainDate.from('0000-01-01').toZonedDateTime('UTC').epochMilliseconds - zoneSpread

/** Times from a clock that was ahead for a while are worth keeping; any later ones would win over every change for good. */
const clockErrors = 100 * 365 * 24 * hour

/** Characters of everything in one field. */
const fieldText = 1_000_000

/** As long as a table may give one; whatever stands in it, the keys of the second copy hold it. */
const longestId = 200

/** Strings well-formed, in keys and values; `__proto__` stays a name like any other. */
const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.toWellFormed(), wellFormed(part)]),
  )
}

/** Whether reading changed only what was missing, unknown or not well-formed: a value of a wrong type is not guessed at. */
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

/** Length of the longest text in such a value. */
const longestIn = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((most, part) => Math.max(most, longestIn(part)), 0)
}

/** The parts of a record whose fields are not Thaw's to know. */
const loose = ['raw', 'fields']
/** When something was, and times that a machine's clock wrote down, for the records of whatever store has them. */
const times = ['at', 'updatedAt', 'deletedAt', 'plannedAt', 'shownAt', 'openedAt', 'answeredAt']

const isInTime = (field: string, value: unknown, now: Instant): boolean => {
  const latest = now + clockErrors
  if (field === 'day') return isDay(value) && value <= dayAt(latest + zoneSpread)
  if (!times.includes(field) || typeof value !== 'number') return true
  return value >= earliest && value <= latest
}

const dayAt = (instant: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toString().slice(0, 10)

/** Characters of everything that is sealed in a record: three times what may stand in it in the clear. */
const sealedText = 3 * fieldText

/**
 * Accepts whatever Thaw writes or lets in: what it refuses of a backup may be lost. `now`: epoch milliseconds, as everywhere. A sealed row
 * is refused unless `takesSealed` says that its lock is there.
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
  if (valid.id.length > longestId) return fail({ reason: 'wrong-type', field: 'id' })
  const row: { [field: string]: unknown } = { ...valid }
  for (const [field, read] of Object.entries(valid)) {
    const given: unknown = Reflect.get(value, field)
    if (field === 'sealed') {
      if (!takesSealed) return fail({ reason: 'wrong-type', field })
      if (textIn(given) > sealedText) return fail({ reason: 'too-long', field })
      continue
    }
    if (loose.includes(field)) {
      if (textIn(given) > fieldText) return fail({ reason: 'too-long', field })
      row[field] = wellFormed(read)
    } else if (!isAsGivenField(read, given)) return fail({ reason: 'wrong-type', field })
    else if (longestIn(read) > fileLimits.text || textIn(read) > fieldText)
      return fail({ reason: 'too-long', field })
    if (field === 'day' && !isDay(read)) return fail({ reason: 'bad-time', field })
    if (!isInTime(field, read, now)) return fail({ reason: 'out-of-range', field })
  }
  const kept = row as unknown as Row
  return ok(isTombstone(kept) ? kept : rowForFile(kept))
}
