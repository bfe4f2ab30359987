/** The thought journal: what its records hold, which of them are sought, and what comes back in them, counted and not interpreted. */
import { plain } from './find-words.ts'
import type { Id, Reflection } from './records.ts'
import type { Moment } from './time.ts'

/** Fields of words, in the order in which they are asked for. */
export const thoughtTexts = ['situation', 'thought', 'friend', 'other'] as const

/** 0 (not at all) to 10 (completely); the first two when it was written, the others when it was looked at again. */
const beliefs = ['thoughtBefore', 'otherBefore', 'thoughtAfter', 'otherAfter'] as const

export type ThoughtRecord = Moment & {
  readonly id: Id
  readonly texts: { readonly [Name in (typeof thoughtTexts)[number]]: string }
  readonly beliefs: { readonly [Name in (typeof beliefs)[number]]: number | null }
  /** Ids of words; each is a best guess. */
  readonly feelings: readonly Id[]
  readonly traps: readonly string[]
  readonly tags: readonly Id[]
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')
const ids = (value: unknown): readonly string[] =>
  Array.isArray(value) ? [...new Set(value.filter(one => typeof one === 'string' && one !== ''))] : []
const belief = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10 ? value : null

/** null for what is no thought. Whatever an import brought, a field that cannot be read is empty. */
export const thoughtRecord = ({ id, at, zone, day, type, fields }: Reflection): ThoughtRecord | null =>
  type === 'thought'
    ? {
        ...{ id, at, zone, day },
        texts: {
          situation: words(fields['situation']),
          thought: words(fields['thought']),
          friend: words(fields['friend']),
          other: words(fields['other']),
        },
        beliefs: {
          thoughtBefore: belief(fields['thoughtBefore']),
          otherBefore: belief(fields['otherBefore']),
          thoughtAfter: belief(fields['thoughtAfter']),
          otherAfter: belief(fields['otherAfter']),
        },
        feelings: ids(fields['feelings']),
        traps: ids(fields['traps']),
        tags: ids(fields['tags']),
      }
    : null

/** What a person calls a word or a tag. */
export type Named = { readonly kind: 'word' | 'tag'; readonly id: Id; readonly label: string }

/** Something that stands in several records: a word or a tag of the person's, picked or written. */
export type Theme = { readonly label: string; readonly key: string; readonly count: number }

/** All that was written in it, as it is compared: words with one blank between them and at both ends. */
const thoughtText = ({ texts }: Pick<ThoughtRecord, 'texts'>, locale: string): string =>
  ` ${plain(thoughtTexts.map(name => texts[name]).join('\n'), locale)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `

/** Scripts that put no blanks between words. */
const withoutBlanks = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

const keyOf = (label: string, locale: string): string =>
  plain(label, locale)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

const isWritten = (text: string, key: string): boolean =>
  withoutBlanks.test(key) ? text.includes(key) : text.includes(` ${key} `)

/** What of `named` stands in a record, by the key of its label: a word and a tag of one name are one. */
export type ThemeFinder = (record: ThoughtRecord) => ReadonlySet<string>

export const themeFinder = (named: readonly Named[], locale: string): ThemeFinder => {
  const keys = named
    .map(({ kind, id, label }) => ({ of: `${kind} ${id}`, key: keyOf(label, locale) }))
    .filter(({ key }) => key !== '')
  const byId = new Map(keys.map(({ of, key }) => [of, key]))
  const all = [...new Set(byId.values())]
  return record => {
    const text = thoughtText(record, locale)
    const picked = [
      ...record.feelings.map(id => byId.get(`word ${id}`)),
      ...record.tags.map(id => byId.get(`tag ${id}`)),
    ]
    return new Set([...picked.filter(key => key !== undefined), ...all.filter(key => isWritten(text, key))])
  }
}

/** One record alone is no theme. */
const themeFrom = 2
const themesAtMost = 8

/** The themes among records, the most frequent first, each under the first label that it has in `named`. */
export const themesIn = (
  found: readonly ReadonlySet<string>[],
  named: readonly Named[],
  locale: string,
): readonly Theme[] => {
  const counts = new Map<string, number>()
  for (const keys of found) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const themes = new Map<string, Theme>()
  for (const { label } of named) {
    const key = keyOf(label, locale)
    const count = counts.get(key) ?? 0
    if (count >= themeFrom && !themes.has(key)) themes.set(key, { label, key, count })
  }
  return [...themes.values()].toSorted((one, other) => other.count - one.count).slice(0, themesAtMost)
}
