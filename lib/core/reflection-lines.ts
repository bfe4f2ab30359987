/** What stands in a reflection, line by line, whatever wrote it; what only Thaw has a use for is left out. */
import type { Reflection } from './records.ts'

export type ReflectionLine = {
  /** The name of the field. */
  readonly field: string
  /** As they were written; ids stay ids. */
  readonly values: readonly (string | number)[]
}

/** What became of it and where it came from. */
const unsaid = new Set(['pauseId', 'kept', 'doneAt', 'setAside', 'rung'])

/** Lists of people and of light things are no moments: they are nobody's to read. */
const lists = new Set<string>(['person', 'light-thing'])

const valuesOf = (value: unknown): readonly (string | number)[] => {
  if (typeof value === 'number') return Number.isFinite(value) ? [value] : []
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  return Array.isArray(value) ? value.filter(part => typeof part === 'string' && part.trim() !== '') : []
}

/** Empty where nothing was written, and for lists of people and of light things. */
export const reflectionLines = ({
  type,
  fields,
}: Pick<Reflection, 'type' | 'fields'>): readonly ReflectionLine[] =>
  lists.has(type)
    ? []
    : Object.entries(fields).flatMap(([field, value]) => {
        const values = unsaid.has(field) ? [] : valuesOf(value)
        return values.length > 0 ? [{ field, values }] : []
      })
