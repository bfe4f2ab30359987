/** What is written in a pause: how it outlives the popup, and the reflection that it becomes. */
import { noteAtMost } from './check-in.ts'
import { type Fields, type Id, type ReflectionType, reflectionTypes } from './records.ts'
import { isDay, type Moment } from './time.ts'

/** What stands in one input: words, a number, or several of either. */
export type WrittenValue = string | number | readonly string[]

/** What was written in a pause, by field; a field that was left alone is not there. */
export type Written = { readonly [field: string]: WrittenValue }

/** What is being written in a pause: it outlives the popup, and becomes one reflection. */
export type Writing = Moment & {
  /** The id of its record, whether that exists yet or not. */
  readonly id: Id
  /** The kind of reflection it becomes; null where nothing of it is kept. */
  readonly type: ReflectionType | null
  readonly pauseId: Id
  /** Every field that the pause asks for. */
  readonly names: readonly string[]
  readonly values: Written
  /** The record holds exactly this. */
  readonly saved: boolean
}

export const isEmpty = (value: WrittenValue): boolean => {
  if (typeof value === 'number') return false
  return typeof value === 'string' ? value.trim() === '' : value.every(line => line.trim() === '')
}

/** Nothing was written, so nothing is left behind. */
export const isBlank = (values: Written): boolean => Object.values(values).every(isEmpty)

const lengthOf = (value: WrittenValue): number =>
  typeof value === 'string'
    ? value.length
    : typeof value === 'number'
      ? 0
      : Math.max(0, ...value.map(lengthOf))

/** The length of what is too long to be kept; null where all of it fits. */
export const tooLong = (values: Written): number | null => {
  const longest = Math.max(0, ...Object.values(values).map(lengthOf))
  return longest > noteAtMost ? longest : null
}

/** The reflection of what was written; what was left alone is null. */
export const reflectionOf = (writing: Writing & { readonly type: ReflectionType }): Fields<'reflections'> => {
  const { at, zone, day, type, names, values, pauseId } = writing
  const answers = names.map(name => {
    const value = values[name]
    return [name, value === undefined || isEmpty(value) ? null : value]
  })
  // A line of a pause is none of those that the person keeps for later.
  const kept = type === 'line' ? { kept: false } : {}
  return { at, zone, day, type, fields: { ...Object.fromEntries(answers), ...kept, pauseId } }
}

const isValue = (value: unknown): value is WrittenValue =>
  typeof value === 'string' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every(line => typeof line === 'string'))

/** What stands in whatever is stored, by field; what is none of it is left out. */
export const readValues = (stored: unknown): Written =>
  typeof stored === 'object' && stored !== null
    ? Object.fromEntries(
        Object.entries(stored).filter((entry): entry is [string, WrittenValue] => isValue(entry[1])),
      )
    : {}

/** What was being written in whatever is stored; null where there is nothing. */
export const readWriting = (stored: unknown): Writing | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { id, type, pauseId, names, values, saved, at, zone, day } = stored as {
    readonly [name: string]: unknown
  }
  const whole =
    typeof id === 'string' &&
    typeof pauseId === 'string' &&
    typeof zone === 'string' &&
    isDay(day) &&
    Number.isFinite(at)
  return whole
    ? {
        id,
        type: reflectionTypes.find(known => known === type) ?? null,
        pauseId,
        names: Array.isArray(names) ? names.filter(name => typeof name === 'string') : [],
        values: readValues(values),
        saved: saved === true,
        at: at as number,
        zone,
        day,
      }
    : null
}
