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

/** The reflection of what was written; what was left alone is null. */
export const reflectionOf = (writing: KeptWriting): Fields<'reflections'> => {
  const { at, zone, day, type, names, values, pauseId } = writing
  const answers = names.map(name => {
    const value = values[name]
    return [name, value === undefined || isEmpty(value) ? null : value]
  })
  // A line of a pause is none of those that the person keeps for later.
  const kept = type === 'line' ? { kept: false } : {}
  return { at, zone, day, type, fields: { ...Object.fromEntries(answers), ...kept, pauseId } }
}
