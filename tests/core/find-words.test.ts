import { describe, expect, test } from 'vitest'
import { findWords, synonymsIn } from '../../lib/core/find-words.ts'

const words = [
  { id: 'worn-out', label: 'Worn out' },
  { id: 'far-away', label: 'Far away' },
  { id: 'at-ease', label: 'À l’aise' },
  { id: 'outgoing', label: 'Outgoing' },
]

test('finds any part of a label, what begins with it first', () => {
  expect(findWords('out', words, 'en')).toEqual(['outgoing', 'worn-out'])
})

test('capitals, accents and spaces around make no difference', () => {
  expect(findWords('  A L', words, 'en')).toEqual(['at-ease'])
  expect(findWords('FAR', words, 'en')).toEqual(['far-away'])
})

test('nothing typed is not nothing found', () => {
  expect(findWords('  ', words, 'en')).toBeNull()
  expect(findWords('’', words, 'en')).toBeNull()
  expect(findWords('zzz', words, 'en')).toEqual([])
})

test('capitals are those of the language', () => {
  expect(findWords('I', [{ id: 'dotless', label: 'ılık' }], 'tr')).toEqual(['dotless'])
})

describe('the likelier comes first', () => {
  const ranked = [
    { id: 'within', label: 'besad' },
    { id: 'later', label: 'a bit sad' },
    { id: 'begins', label: 'sadder' },
    { id: 'synonym-within', label: 'x' },
    { id: 'synonym', label: 'y' },
    { id: 'same', label: 'sad' },
  ]
  const synonyms = (id: string) =>
    id === 'synonym' ? ['down', 'rather sad'] : id === 'synonym-within' ? ['crusade', 'unsaddled'] : []

  test('the word itself, beginnings of it and of its words, synonyms, then anything within', () => {
    const order = ['same', 'begins', 'later', 'synonym', 'within', 'synonym-within']
    expect(findWords('sad', ranked, 'en', synonyms)).toEqual(order)
    expect(findWords('sad', ranked.toReversed(), 'en', synonyms)).toEqual(order)
  })

  test('equally likely ones stay in the order in which they stand', () => {
    const equal = ['c', 'a', 'b'].map(id => ({ id, label: `so ${id}` }))
    expect(findWords('so', equal, 'en')).toEqual(['c', 'a', 'b'])
  })

  test('a beginning later in the label counts, though the text stands within an earlier word too', () => {
    expect(
      findWords(
        'art',
        [
          { id: 'a', label: 'cart' },
          { id: 'b', label: 'cart art' },
        ],
        'en',
      ),
    ).toEqual(['b', 'a'])
  })
})

describe('in any script', () => {
  test.each([
    ['Japanese', 'ja', '感じ', '何も感じない'],
    ['Japanese in half width', 'ja', 'ﾎﾞﾝﾔﾘ', 'ボンヤリ'],
    ['Arabic without points', 'ar', 'بعيد', 'بَعِيد جدًا'],
    ['Japanese in the other kana', 'ja', 'さみしい', 'サミシイ'],
    ['Japanese in the other kana, with marks', 'ja', 'ボンヤリ', 'ぼんやり'],
    ['Arabic with another alif', 'ar', 'الم', 'ألم'],
    ['Arabic with another end', 'ar', 'وحده', 'وحدة'],
    ['Arabic with a plain ya', 'ar', 'اسي', 'أسى'],
    ['Arabic drawn out', 'ar', 'بـعـيـد', 'بعيد'],
    ['Hebrew without points', 'he', 'שלום', 'שָׁלוֹם'],
    ['Greek in capitals', 'el', 'ΚΟΥΡΑΣ', 'κουρασμένος'],
    ['Cyrillic', 'ru', 'ПУСТО', 'пустота'],
    ['German by double s', 'de', 'gross', 'groß'],
    ['Vietnamese', 'vi', 'buon', 'buồn'],
    ['an apostrophe of the keyboard', 'en', "can't", 'can’t cry'],
    ['no apostrophe', 'en', 'cant', 'can’t cry'],
    ['a hyphen as a space', 'en', 'half pre', 'half-present'],
    ['two spaces', 'en', 'far  a', 'far away'],
    ['full width', 'en', 'ｎｕｍｂ', 'numb'],
  ])('%s', (_, locale, typed, label) => {
    expect(findWords(typed, [{ id: 'it', label }], locale)).toEqual(['it'])
  })

  test.each([
    ['Japanese voice marks', 'ja', 'か', 'がまん'],
    ['vowels of Hindi', 'hi', 'दिल', 'दल'],
  ])('%s are letters, not accents', (_, locale, typed, label) => {
    expect(findWords(typed, [{ id: 'it', label }], locale)).toEqual([])
  })
})

test('nothing typed is a pattern or a number', () => {
  expect(findWords('.*', words, 'en')).toEqual([])
  expect(findWords('(', [{ id: 'it', label: 'so (so)' }], 'en')).toEqual(['it'])
  expect(findWords('\0\ud800<b>', words, 'en')).toEqual([])
})

test('synonyms stand between commas of any script', () => {
  expect(synonymsIn('dull, no feeling ,nothing')).toEqual(['dull', 'no feeling', 'nothing'])
  expect(synonymsIn('無感覚、麻痺，空白')).toEqual(['無感覚', '麻痺', '空白'])
  expect(synonymsIn('خدر، فراغ')).toEqual(['خدر', 'فراغ'])
  expect(synonymsIn(' , ')).toEqual([])
})
