/** A reflection whose form is open: what stands in it, what becomes of its record, and how it outlives its page. */
import { type Fields, type Id, type Reflection, type ReflectionType, reflectionTypes } from './records.ts'
import { isDay, type Moment } from './time.ts'
import { readValues, type Written } from './writing.ts'
import { typedSince } from './written-reflection.ts'

export type OpenReflection = Moment & {
  readonly id: Id
  readonly type: ReflectionType
  readonly values: Written
  /** What the record holds besides what can be typed, where it is a new one. */
  readonly fixed: { readonly [field: string]: string | boolean }
  /** As it was when its form was opened; null for a new one. */
  readonly before: Written | null
  /** As it was last kept, or read from the record: what differs from it was typed since. */
  readonly base: Written
  /** The record holds exactly this. */
  readonly saved: boolean
}

export const openReflection = ({ id, at, zone, day, type, fields }: Reflection): OpenReflection => {
  const values = readValues(fields)
  return { id, at, zone, day, type, values, fixed: {}, before: values, base: values, saved: true }
}

/**
 * The record of what stands there; what was left alone is null. Only what was typed here since goes into a record that stands
 * already: the rest of it may have been written on another page meanwhile.
 */
export const withOpen = (
  { at, zone, day, type, values, fixed, base }: OpenReflection,
  current: Pick<Reflection, 'at' | 'zone' | 'day' | 'type' | 'fields'> | null,
): Fields<'reflections'> => ({
  at: current?.at ?? at,
  zone: current?.zone ?? zone,
  day: current?.day ?? day,
  type: current?.type ?? type,
  fields: { ...fixed, ...current?.fields, ...typedSince(current ? base : {}, values) },
})

const readFixed = (stored: unknown): OpenReflection['fixed'] =>
  typeof stored === 'object' && stored !== null
    ? Object.fromEntries(
        Object.entries(stored).filter(
          (entry): entry is [string, string | boolean] =>
            typeof entry[1] === 'string' || typeof entry[1] === 'boolean',
        ),
      )
    : {}

/** The open form in whatever is stored; null where there is none. */
export const readOpenReflection = (stored: unknown): OpenReflection | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { id, type, values, fixed, before, base, saved, at, zone, day } = stored as {
    readonly [name: string]: unknown
  }
  const known = reflectionTypes.find(one => one === type)
  const whole =
    typeof id === 'string' && known && typeof zone === 'string' && isDay(day) && Number.isFinite(at)
  return whole
    ? {
        id,
        type: known,
        values: readValues(values),
        fixed: readFixed(fixed),
        before: typeof before === 'object' && before !== null ? readValues(before) : null,
        base: readValues(base),
        saved: saved === true,
        at: at as number,
        zone,
        day,
      }
    : null
}
