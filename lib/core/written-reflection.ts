/** The reflection that what is written in a pause becomes. */
import { noteAtMost } from './check-in.ts'
import type { Fields } from './records.ts'
import { isEmpty, type KeptWriting, type Written, type WrittenValue } from './writing.ts'

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

/** What was typed since `base` stood there, by field; what was emptied is null. */
export const typedSince = (
  base: Written,
  values: Written,
): { readonly [field: string]: WrittenValue | null } =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(base[name]))
      .map(([name, value]) => [name, isEmpty(value) ? null : value]),
  )

/**
 * The reflection of what was written; what was left alone is null. Only what was typed since `base` was kept goes into one that stands
 * already: the rest of it may have been written on another page meanwhile.
 */
export const reflectionOf = (
  writing: KeptWriting,
  current: Fields<'reflections'> | null,
  base: Written,
): Fields<'reflections'> => {
  const { names, values, pauseId } = writing
  const { at, zone, day, type } = current ?? writing
  const blank = Object.fromEntries(names.map(name => [name, null]))
  // A line of a pause is none of those that the person keeps for later.
  const kept = type === 'line' ? { kept: false } : {}
  const typed = typedSince(current ? base : {}, values)
  return { at, zone, day, type, fields: { ...blank, ...kept, pauseId, ...current?.fields, ...typed } }
}
