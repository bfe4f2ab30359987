/** Your words lately: the most used of 30 days, four at most, without what was hidden. */
import { expect, test } from 'vitest'
import { wordsLately } from '../../lib/core/words-lately.ts'

const day = 24 * 60 * 60 * 1_000
const now = 1_000 * day
const any = () => true

const checkIn = (daysAgo: number, ...words: readonly string[]) => ({
  at: now - daysAgo * day,
  words: words.map(id => ({ id, guess: false })),
})

test('most used first, then latest, then as they were picked', () => {
  const checkIns = [
    checkIn(3, 'sad', 'flat'),
    checkIn(1, 'calm', 'tired'),
    checkIn(9, 'flat'),
    checkIn(2, 'okay'),
  ]
  expect(wordsLately(checkIns, now, any)).toEqual(['flat', 'calm', 'tired', 'okay'])
  expect(wordsLately(checkIns.toReversed(), now, any)).toEqual(['flat', 'calm', 'tired', 'okay'])
})

test('of the last 30 days, and what a clock that was ahead has written', () => {
  const checkIns = [checkIn(30, 'old'), checkIn(29.9, 'young'), checkIn(-2, 'ahead')]
  expect(wordsLately(checkIns, now, any)).toEqual(['ahead', 'young'])
})

test('without what cannot be picked: the next one takes its place', () => {
  const checkIns = [checkIn(1, 'a', 'b', 'c', 'd', 'e'), checkIn(2, 'a')]
  expect(wordsLately(checkIns, now, id => id !== 'a')).toEqual(['b', 'c', 'd', 'e'])
})

test('a word that stands twice in one check-in counts once', () => {
  expect(wordsLately([checkIn(2, 'a', 'a', 'a'), checkIn(1, 'b'), checkIn(3, 'b')], now, any)).toEqual([
    'b',
    'a',
  ])
})

test('none where nothing was picked', () => {
  expect(wordsLately([], now, any)).toEqual([])
  expect(wordsLately([checkIn(1)], now, any)).toEqual([])
})
