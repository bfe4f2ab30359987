/** The second way to a word: from where it is, what it is like and how strong it is, to a few words worth a look. */
import type { Id } from './records.ts'

export type Signal = {
  readonly words: readonly Id[]
  /** Words that come up first when the signal is strong, and when it is faint. */
  readonly strong: readonly Id[]
  readonly faint: readonly Id[]
}

export type Strength = 'faint' | 'clear' | 'strong'

export const candidatesAtMost = 6

/** Points of a place in a list: the first counts most, none for a word that is not there. */
const points = (words: readonly Id[], word: Id): number => {
  const place = words.indexOf(word)
  return place < 0 ? 0 : words.length - place
}

/**
 * Up to six words, the nearest first. What the signal is like says more than where it is, and how strong it is moves words to the
 * front; a place alone or a signal alone is enough.
 */
export const candidates = (
  place: { readonly words: readonly Id[] } | null,
  signal: Signal | null,
  strength: Strength | null,
): readonly Id[] => {
  const first = strength === 'strong' ? signal?.strong : strength === 'faint' ? signal?.faint : undefined
  const lists = [
    { words: first ?? [], weight: 5 },
    { words: signal?.words ?? [], weight: 2 },
    { words: place?.words ?? [], weight: 1 },
  ]
  const all = [...new Set(lists.flatMap(({ words }) => words))]
  const score = (word: Id) => lists.reduce((sum, { words, weight }) => sum + weight * points(words, word), 0)
  return all.sort((one, other) => score(other) - score(one)).slice(0, candidatesAtMost)
}
