/** Which words a person may mean by what they typed. */
import type { Id } from './records.ts'

export type LabelledWord = { readonly id: Id; readonly label: string }

/** Accents over Latin, Greek and Cyrillic, and the points of Hebrew and Arabic; the vowels of Indic scripts and Thai are letters. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g

/** Letters that people write for one another: at the end of a word, or for the eye alone. The rest are katakana. */
const alike: { readonly [letter: string]: string } = { ς: 'σ', ة: 'ه', ى: 'ي', ٱ: 'ا', ـ: '' }
const hiragana = (katakana: string): string => String.fromCharCode(katakana.charCodeAt(0) - 0x60)

const folded = (text: string, locale: string): string =>
  text
    // Capitals first, so that ß is found by SS.
    .toLocaleUpperCase(locale)
    .toLocaleLowerCase(locale)
    .normalize('NFKD')
    .replace(accents, '')
    .replace(/[ςةىٱـァ-ヶ]/g, letter => alike[letter] ?? hiragana(letter))
    .normalize('NFC')

/** The text as it is compared: case, width, accents, apostrophes, hyphens and the kind of kana make no difference. */
export const plain = (text: string, locale: string): string =>
  // Plain letters are most of what there is, and a key must be answered before the next one.
  (/^[ -~]*$/.test(text) ? text.toLocaleLowerCase(locale) : folded(text, locale))
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim()

/** Labels and synonyms are the same at every key. */
const known = new Map<string, string>()
const knownPlain = (text: string, locale: string): string => {
  const key = `${locale} ${text}`
  const found = known.get(key) ?? plain(text, locale)
  known.set(key, found)
  return found
}

/** 0 where `text` begins with it, 1 where a later word does, 2 for anywhere else; null where it is not there. */
const placeIn = (text: string, sought: string): 0 | 1 | 2 | null => {
  let place = text.indexOf(sought)
  if (place <= 0) return place === 0 ? 0 : null
  for (; place > 0; place = text.indexOf(sought, place + 1)) {
    if (!/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, place))) return 1
  }
  return 2
}

/** The lower, the likelier: the label itself, beginnings of it and of its words, beginnings of synonyms, then anything within. */
const rank = (label: string, synonyms: readonly string[], sought: string): number | null => {
  if (label === sought) return 0
  const place = placeIn(label, sought)
  if (place === 0 || place === 1) return 1 + place
  const places = synonyms.map(synonym => placeIn(synonym, sought)).filter(found => found !== null)
  if (places.some(found => found < 2)) return 3
  if (place === 2) return 4
  return places.length > 0 ? 5 : null
}

/**
 * Words with the typed text anywhere in their label or in one of their synonyms, the likelier ones first and otherwise
 * in the order given; null where nothing was typed.
 */
export const findWords = (
  typed: string,
  words: readonly LabelledWord[],
  locale: string,
  synonymsOf: (id: Id) => readonly string[] = () => [],
): readonly Id[] | null => {
  const sought = plain(typed, locale)
  if (sought === '') return null
  return words
    .flatMap(({ id, label }) => {
      const synonyms = synonymsOf(id).map(synonym => knownPlain(synonym, locale))
      const found = rank(knownPlain(label, locale), synonyms, sought)
      return found === null ? [] : [{ id, found }]
    })
    .sort((one, other) => one.found - other.found)
    .map(({ id }) => id)
}

/** The synonyms in a message: words with commas between them, as any script writes commas. */
export const synonymsIn = (message: string): readonly string[] =>
  message
    .split(/[,،、，]/)
    .map(synonym => synonym.trim())
    .filter(synonym => synonym !== '')
