/** Every text a person reads: messages by typed key, and the numbers and lists in them as they are written where the person lives. */
import { browser } from 'wxt/browser'
import type messages from '../../public/_locales/en/messages.json'
import { isOwnId } from '../core/own-id.ts'

/** A key of the English file, which is complete: a text that does not exist does not compile. */
export type MessageKey = keyof typeof messages

/** What stands in front of `_one` and `_other`. */
export type PluralBase = {
  [Key in MessageKey]: Key extends `${infer Base}_other`
    ? `${Base}_one` extends MessageKey
      ? Base
      : never
    : never
}[MessageKey]

type Snake<Text extends string> = Text extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : Text

/** `never` where a content id has no message, so that the call does not compile. */
type Known<Prefix extends string, Id extends string> = `${Prefix}_${Snake<Id>}` extends MessageKey
  ? unknown
  : never

/** Gives the text of a key with its gaps filled in, and nothing where there is none. */
type Read = (key: string, substitutions: string[]) => string

/** The language files of the package are the one source. */
const fromBrowser: Read = (key, substitutions) =>
  // WXT types the names of the English file; other languages add plural categories such as `_few` to them.
  (browser.i18n.getMessage as Read)(key, substitutions)

let read = fromBrowser

/** null until it was asked for: the browser takes as long to say it as a formatter does to write a date. */
let spoken: string | null = null

/** The same of how the language is written where the person lives. */
let written: string | null = null

/** A language chosen by hand replaces the browser's answers; null gives them back. */
export const readFrom = (chosen: Read | null): void => {
  read = chosen ?? fromBrowser
  spoken = null
  written = null
}

const shown = (value: string | number): string => (typeof value === 'number' ? formatNumber(value) : value)

/** The message with `$1`, `$2` … filled in; numbers are written as the language does. The key itself where no text is found. */
export const t = (key: MessageKey, ...substitutions: (string | number)[]): string =>
  read(key, substitutions.map(shown)) || key

/** The form of `base` that `count` takes in this language; `$1` is the count, `$2` and on are `more`. */
export const plural = (base: PluralBase, count: number, ...more: (string | number)[]): string => {
  // The forms are those of the file, and no region's: Portugal's are others than Brazil's.
  const category = formatterOf('plural', () => new Intl.PluralRules(locale())).select(count)
  const values = [count, ...more].map(shown)
  return read(`${base}_${category}`, values) || t(`${base}_other` as MessageKey, ...values)
}

/** The message key of a content id: `('word', 'behind-glass')` → `word_behind_glass`. */
export const messageKey = <const Prefix extends string, const Id extends string>(
  prefix: Prefix,
  id: Id & Known<Prefix, Id>,
  // The use of the result says nothing about the id; without `NoInfer` the compiler would try every key that there is.
): NoInfer<Extract<MessageKey, `${Prefix}_${Snake<Id>}`>> =>
  // Message keys hold no hyphen: with one, Chromium refuses the whole extension.
  `${prefix}_${id.replaceAll('-', '_')}` as Extract<MessageKey, `${Prefix}_${Snake<Id>}`>

/** The label of a content id from a record. Where this Thaw does not know it, the words of the id itself; the id of an own one has none. */
export const label = (prefix: 'word' | 'tag' | 'pause' | 'group' | 'tag_group', id: string): string => {
  const found = read(`${prefix}_${id.replaceAll('-', '_')}`, [])
  if (found) return found
  const words = id.replaceAll('-', ' ')
  if (prefix === 'group' || prefix === 'tag_group' || !isOwnId(id)) return words
  return t(`own_${prefix}_gone`)
}

/** Whether there is more to say of a content id than the id itself: Thaw knows it, or a person made it. */
export const isKnown = (prefix: 'word' | 'tag' | 'pause', id: string): boolean =>
  isOwnId(id) || read(`${prefix}_${id.replaceAll('-', '_')}`, []) !== ''

/** What else one of Thaw's words may be called, with commas between, as its language file lists it; nothing for an own word. */
export const synonyms = (id: string): string => read(`also_${id.replaceAll('-', '_')}`, [])

/** The language of the file in use, a BCP 47 tag. `getUILanguage()` may name another one than `getMessage` speaks. */
export const locale = (): string => (spoken ??= t('locale'))

export const direction = (): 'ltr' | 'rtl' => (t('direction') === 'rtl' ? 'rtl' : 'ltr')

/** Tells the page which language it speaks and which way it is read. */
export const markLanguage = (root: { lang: string; dir: string }): void => {
  root.lang = locale()
  root.dir = direction()
}

/**
 * Browsers differ in which digits they take for Arabic; these are the ones in its texts, on keyboards and in phone numbers. Thaw's days
 * are those of one calendar, whatever other is in use in a region.
 */
const asThaw = { numberingSystem: 'latn', calendar: 'gregory' }

/**
 * The language of the file in use, as it is written in the first region that the browser names for it: days, times and numbers of
 * British English stand in an English file. A BCP 47 tag.
 */
const regional = (): string => {
  const own = new Intl.Locale(locale(), asThaw)
  for (const tag of navigator.languages) {
    try {
      const theirs = new Intl.Locale(tag, asThaw)
      if (theirs.language === own.language) return `${theirs}`
    } catch {
      // People can write into their browser's settings what is no tag.
    }
  }
  return `${own}`
}

/** Formatters are slow to make and quick to use, so each is made once a language. */
const made = new Map<string, unknown>()
export const formatterOf = <Formatter>(name: string, make: (tag: string) => Formatter): Formatter => {
  written ??= regional()
  const tag = written
  const key = `${tag} ${name}`
  const known = made.get(key) as Formatter | undefined
  if (known !== undefined) return known
  const formatter = make(tag)
  made.set(key, formatter)
  return formatter
}

export const formatNumber = (value: number): string =>
  formatterOf('number', tag => new Intl.NumberFormat(tag)).format(value)

/** "numb, flat and far away": parts of one sentence. */
export const formatList = (items: readonly string[]): string =>
  formatterOf('list', tag => new Intl.ListFormat(tag, { type: 'conjunction' })).format(items)

const isJapanese = (): boolean => locale() === 'ja'

const commas: { readonly [tag: string]: string } = { ja: '、', ar: '، ' }

/** "Numb, flat, far away": what was picked, or stands for more; no part of a sentence. */
export const formatTerms = (terms: readonly string[]): string => terms.join(commas[locale()] ?? ', ')

/** What is no sentence by itself, as a date, with the mark that ends one. */
export const asSentence = (text: string): string => `${text}${isJapanese() ? '。' : '.'}`

/** One sentence after the other; Japanese leaves no blank between them. */
export const joinSentences = (sentences: readonly string[]): string => sentences.join(isJapanese() ? '' : ' ')
