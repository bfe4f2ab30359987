import { expect, test } from 'vitest'
import { findWords } from '../../lib/core/find-words.ts'

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
  expect(findWords('zzz', words, 'en')).toEqual([])
})

test('capitals are those of the language', () => {
  expect(findWords('I', [{ id: 'dotless', label: 'ılık' }], 'tr')).toEqual(['dotless'])
})
