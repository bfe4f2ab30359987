/** What a person listed or wrote down before, to be picked from: people who feel safe, light things, thoughts. */
import type { Id, Reflection } from './records.ts'

/** Reflections of these types hold one field, `name`. */
export type ListType = 'person' | 'light-thing'

export type OwnItem = { readonly id: Id; readonly type: ListType; readonly name: string }

const isListed = (type: Reflection['type']): type is ListType => type === 'person' || type === 'light-thing'

/** Those among reflections, in the order in which they were listed. */
export const listItems = (
  reflections: readonly Pick<Reflection, 'id' | 'type' | 'fields'>[],
): readonly OwnItem[] =>
  reflections
    .flatMap(({ id, type, fields: { name } }) =>
      isListed(type) && typeof name === 'string' && name.trim() !== '' ? [{ id, type, name }] : [],
    )
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))

/** A thought that was written down. */
export type OwnThought = { readonly id: Id; readonly text: string }

/** Those among reflections, newest first. */
export const thoughtsIn = (
  reflections: readonly Pick<Reflection, 'id' | 'type' | 'fields'>[],
): readonly OwnThought[] =>
  reflections
    .flatMap(({ id, type, fields: { thought } }) =>
      type === 'thought' && typeof thought === 'string' && thought.trim() !== ''
        ? [{ id, text: thought }]
        : [],
    )
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
