/** The free texts of a record: what a person wrote in their own words. */
import type { RecordTypes, StoreName } from './records.ts'

/** Where each store holds them. Reminders and sessions hold none. */
const places: { readonly [Store in StoreName]?: readonly (keyof RecordTypes[Store])[] } = {
  checkIns: ['note'],
  reflections: ['fields'],
  markers: ['text'],
  words: ['label'],
  tags: ['label'],
  pauses: ['label', 'text', 'steps'],
}

/** Deeper than any record of Thaw's goes. */
const deepest = 8

const textsIn = (value: unknown, depth: number): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null || depth >= deepest) return []
  return Object.values(value).flatMap(inner => textsIn(inner, depth + 1))
}

/** Every text of a record; none of what is not there. */
export const freeTexts = (store: StoreName, record: object | null): readonly string[] =>
  record === null ? [] : (places[store] ?? []).flatMap(place => textsIn(Reflect.get(record, place), 0))

/** What stands in a record and did not before. */
export const newTexts = (
  store: StoreName,
  before: object | null,
  after: object | null,
): readonly string[] => {
  const known = new Set(freeTexts(store, before))
  return freeTexts(store, after).filter(text => !known.has(text))
}
