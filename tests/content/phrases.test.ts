/** The phrase lists: what they find in each language, and what only sounds like it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phraseLists } from '../../lib/content/phrases.ts'
import { phraseMatch } from '../../lib/core/phrases.ts'
import ar from '../fixtures/phrases/ar.json' with { type: 'json' }
import de from '../fixtures/phrases/de.json' with { type: 'json' }
import en from '../fixtures/phrases/en.json' with { type: 'json' }
import es from '../fixtures/phrases/es.json' with { type: 'json' }
import fr from '../fixtures/phrases/fr.json' with { type: 'json' }
import ja from '../fixtures/phrases/ja.json' with { type: 'json' }
import pt_BR from '../fixtures/phrases/pt_BR.json' with { type: 'json' }
import { filesUnder } from '../repo/source.ts'

const matches = phraseMatch(Object.values(phraseLists))

type Language = keyof typeof phraseLists

/** Sentences as people write them, by hand. */
const sentences: { readonly [Name in Language]: { readonly found: string[]; readonly notFound: string[] } } =
  {
    en,
    de,
    es,
    fr,
    pt_BR,
    ja,
    ar,
  }

const rows = (kind: 'found' | 'notFound') =>
  Object.entries(sentences).flatMap(([language, both]) => both[kind].map(text => [language, text] as const))

test.each(rows('found'))('%s: finds “%s”', (_, text) => expect(matches(text)).toBe(true))

test.each(rows('notFound'))('%s: does not find “%s”', (_, text) => expect(matches(text)).toBe(false))

test('finds every one of them inside a longer text, in capitals, and where lines break in it', () => {
  const any = fc.constantFrom(...rows('found').map(([, text]) => text))
  const longer = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(any, longer, longer, fc.boolean(), (text, before, after, capitals) => {
      const written = text.replaceAll(' ', '\n')
      expect(matches(`${before}. ${capitals ? written.toUpperCase() : written}\n${after}`)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('looks at the longest text that is kept', () => {
  const long = rows('notFound')
    .map(([, text]) => `${text}\n`)
    .join('')
    .repeat(4)
  expect(matches(long)).toBe(false)
  expect(matches(`${long}${en.found[0]}`)).toBe(true)
})

/** One way to say a phrase with choices. */
const firstOf = (phrase: string): string => {
  const next = phrase.replace(/\(([^()]*)\)/g, (_, inner: string) => inner.split('|')[0] ?? '')
  return next === phrase ? phrase : firstOf(next)
}

describe.each(Object.entries(phraseLists))('the list of %s', (_, list) => {
  test('finds each of its phrases, in capitals and between other words', () => {
    const missed = list.phrases.map(firstOf).filter(text => !matches(`… ${text.toUpperCase()}, …`))
    expect(missed).toEqual([])
  })

  test('finds none of its look-alikes', () => {
    expect(list.lookAlikes.map(firstOf).filter(matches)).toEqual([])
  })

  test('is of letters, single spaces and choices alone', () => {
    for (const phrase of [...list.phrases, ...list.lookAlikes]) {
      expect(phrase).toMatch(/^[\p{L}\p{M}\p{N}()| ']+$/u)
      expect(firstOf(phrase)).not.toContain('  ')
      expect(firstOf(phrase).trim()).toBe(firstOf(phrase))
    }
  })

  test('has each once, and closes what it opens', () => {
    for (const all of [list.phrases, list.lookAlikes]) {
      expect(new Set(all).size).toBe(all.length)
      expect(all.filter(text => text.split('(').length !== text.split(')').length)).toEqual([])
    }
  })
})

test('every language of the interface has a list', () => {
  const shipped = filesUnder('public/_locales').flatMap(path => /_locales\/(\w+)\//.exec(path)?.[1] ?? [])
  expect(shipped.filter(language => !(language in phraseLists))).toEqual([])
})
