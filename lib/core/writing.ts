/** What is written in a pause, and how it outlives the popup. */
import { type Id, type ReflectionType, reflectionTypes } from './records.ts'
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

/** Something of it is kept. */
export type KeptWriting = Writing & { readonly type: ReflectionType }

export const isEmpty = (value: WrittenValue): boolean => {
  if (typeof value === 'number') return false
  return typeof value === 'string' ? value.trim() === '' : value.every(line => line.trim() === '')
}

/** Nothing was written, so nothing is left behind. */
export const isBlank = (values: Written): boolean => Object.values(values).every(isEmpty)

/** Something was written that belongs into a reflection, which does not hold it yet. */
export const isUnsaved = (writing: Writing | null): writing is KeptWriting =>
  writing !== null && writing.type !== null && !writing.saved && !isBlank(writing.values)

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
