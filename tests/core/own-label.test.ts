/** Names for own words: kept as typed, refused where they are empty, too long, or taken. */
import { describe, expect, test } from 'vitest'
import { labelAtMost, labelKey, ownLabel, putAwayAs } from '../../lib/core/own-label.ts'
import { type OwnRow, wordList } from '../../lib/core/word-list.ts'

const labels: { readonly [id: string]: string } = {
  numb: 'numb',
  'cant-cry': 'can’t cry',
  gross: 'groß',
  dotted: 'ılık',
  'not-sure': 'Not sure',
}

const list = (...rows: readonly OwnRow[]) =>
  wordList(
    {
      groups: [{ id: 'quiet', items: ['numb', 'cant-cry', 'gross', 'dotted'] }],
      others: ['not-sure'],
      fallback: 'quiet',
    },
    rows,
    id => labels[id] ?? id,
  )

const wired: OwnRow = { id: '0199-a', label: 'Wired', group: 'quiet', hidden: false }

const kept = (typed: string, locale = 'en') => {
  const label = ownLabel(typed, list(wired), locale, null)
  return label.ok ? label.value : label.problem
}

describe('a name is kept as it was typed', () => {
  test.each([
    ['a word', 'drifting'],
    ['right to left', 'بعيد جدًا'],
    ['Hebrew with points', 'שָׁלוֹם'],
    ['Japanese', 'ぼんやり'],
    ['an emoji of several', '👨‍👩‍👧‍👦'],
    ['markup', '<b onclick="alert(1)">x</b> &amp;'],
    ['a NUL within', 'a\0b'],
    ['a message placeholder', '$1 $$'],
    ['a formula', '=1+1'],
    ['one digit', '0'],
  ])('%s', (_, typed) => expect(kept(typed)).toBe(typed))

  test('without blanks around', () => expect(kept('  far  off \u3000')).toBe('far  off'))

  test('with half a character made whole, as the store would', () => {
    expect(kept('so \ud83d')).toBe('so \ufffd')
    expect(kept('\udc00')).toBe('\ufffd')
  })
})

describe('a name that cannot be seen is empty', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \t\u00a0\u3000'],
    ['a NUL', '\0'],
    ['zero width', '\u200b\u200d\ufeff'],
    ['directions', '\u200f\u202e'],
    ['a Hangul filler', '\u3164'],
    ['blank Braille', '\u2800'],
    ['an emoji selector', '\ufe0f'],
  ])('%s', (_, typed) => expect(kept(typed)).toEqual({ kind: 'empty' }))
})

describe('a name is as long as people count it', () => {
  test('sixty characters fit, whatever they are made of', () => {
    for (const one of ['a', '👨‍👩‍👧', 'ä', '🇩🇪', 'が']) {
      expect(kept(one.repeat(labelAtMost))).toBe(one.repeat(labelAtMost))
      expect(kept(one.repeat(labelAtMost + 1))).toEqual({ kind: 'long', length: labelAtMost + 1 })
    }
  })

  test('one letter under a thousand accents does not fit', () => {
    expect(kept(`a${'\u0301'.repeat(1_000)}`)).toEqual({ kind: 'long', length: 1_001 })
  })

  test('a pasted book is refused without being counted', () => {
    expect(kept('word '.repeat(200_000))).toEqual({ kind: 'long', length: 999_999 })
  })
})

describe('a name is given once', () => {
  test.each([
    ['as it stands', 'numb', 'numb'],
    ['in capitals', 'NUMB', 'numb'],
    ['with blanks around', '  numb ', 'numb'],
    ['in full width', 'ｎｕｍｂ', 'numb'],
    ['of an own word', 'wIRED', '0199-a'],
    ['of an answer in place of a word', 'not sure', 'not-sure'],
    ['with a wider blank within', 'Not\u3000sure', 'not-sure'],
    ['in capitals that are more letters', 'GROSS', 'gross'],
  ])('%s', (_, typed, id) => expect(kept(typed)).toMatchObject({ kind: 'taken', id, hidden: false }))

  test('capitals are those of the language', () => {
    expect(kept('ILIK', 'tr')).toMatchObject({ kind: 'taken', id: 'dotted' })
    expect(kept('ilik', 'tr')).toBe('ilik')
  })

  test('accents make another name', () => expect(kept('nümb')).toBe('nümb'))

  test('by itself a word may keep its own, in other capitals too', () => {
    expect(ownLabel('NUMB', list(), 'en', 'numb')).toEqual({ ok: true, value: 'NUMB' })
  })

  test('a hidden word says that it is hidden', () => {
    const hidden = list({ id: 'numb', label: null, group: null, hidden: true })
    expect(ownLabel('numb', hidden, 'en', null)).toMatchObject({
      problem: { kind: 'taken', id: 'numb', label: 'numb', hidden: true },
    })
  })

  test('a new name counts, and the old one is free', () => {
    const renamed = list({ id: 'numb', label: 'asleep', group: null, hidden: false })
    expect(ownLabel('Asleep', renamed, 'en', null)).toMatchObject({ problem: { id: 'numb' } })
    expect(ownLabel('numb', renamed, 'en', null)).toEqual({ ok: true, value: 'numb' })
  })

  test('a deleted word leaves its name free, and is found by it', () => {
    const deleted = list({ ...wired, group: null, hidden: true })
    expect(ownLabel('wired', deleted, 'en', null)).toEqual({ ok: true, value: 'wired' })
    expect(putAwayAs('wired', deleted, 'en')).toBe('0199-a')
    expect(putAwayAs('other', deleted, 'en')).toBeNull()
  })
})

test('the key of a name is the same for both small sigmas', () => {
  expect(labelKey('ΛΥΠΗΣ', 'el')).toBe(labelKey('λυπης', 'el'))
})
