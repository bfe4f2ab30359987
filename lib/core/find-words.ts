/** Which words a person may mean by what they typed. */
import type { Id } from './records.ts'

export type LabelledWord = { readonly id: Id; readonly label: string }

/** Accents and capitals make no difference. */
const plain = (text: string, locale: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale).trim()

/** Words with the typed text anywhere in their label, those that begin with it first; null where nothing was typed. */
export const findWords = (
  typed: string,
  words: readonly LabelledWord[],
  locale: string,
): readonly Id[] | null => {
  const sought = plain(typed, locale)
  if (sought === '') return null
  return words
    .map(({ id, label }) => ({ id, place: plain(label, locale).indexOf(sought) }))
    .filter(({ place }) => place >= 0)
    .sort((one, other) => Number(one.place > 0) - Number(other.place > 0))
    .map(({ id }) => id)
}
