import { describe, expect, test } from 'vitest'
import { type Counted, dayRows } from '../../lib/core/days.ts'
import { quickPeriods } from '../../lib/core/quick-periods.ts'
import type { Felt, Fields } from '../../lib/core/records.ts'
import { createSums } from '../../lib/core/sums.ts'
import { checkInFields, noon, sessionFields } from '../contract/samples.ts'

const checkIn = (more: Partial<Fields<'checkIns'>>): Counted => ({
  store: 'checkIns',
  record: { id: 'a', updatedAt: noon, origin: 'own', ...checkInFields(noon), ...more },
})
const sumsOf = (all: readonly Counted[]) => {
  const soFar = createSums()
  for (const row of dayRows(all)) soFar.add([row])
  return soFar.sums()
}
const felt = (...values: readonly Felt[]) => values.map(value => checkIn({ felt: value }))

describe('sums', () => {
  test('of nothing have no middle, and never a nought for it', () => {
    expect(sumsOf([])).toEqual({
      checkIns: 0,
      days: 0,
      felt: { answers: 0, middle: null, lower: null, upper: null, cantTell: 0, noAnswer: 0 },
      words: [],
    })
  })

  test('count can’t tell and no answer apart from the numbers', () => {
    const all = [...felt(0, 4), checkIn({}), checkIn({}), checkIn({ cantTell: ['felt'], day: '2026-11-20' })]
    expect(sumsOf(all)).toMatchObject({
      checkIns: 5,
      days: 2,
      felt: { answers: 2, middle: 2, cantTell: 1, noAnswer: 2 },
    })
  })

  test('say where the middle half lies', () => {
    expect(sumsOf(felt(1, 2, 3, 4, 5, 6, 7, 8)).felt).toMatchObject({ middle: 4.5, lower: 2.5, upper: 6.5 })
    expect(sumsOf(felt(7)).felt).toMatchObject({ middle: 7, lower: 7, upper: 7 })
  })

  test('name the five words picked most, of equally many always the same', () => {
    const word = (...ids: readonly string[]) => checkIn({ words: ids.map(id => ({ id, guess: false })) })
    const all = [word('f', 'a'), word('f', 'b'), word('e', 'd'), word('c'), word('__proto__')]
    const expected = ['f', '__proto__', 'a', 'b', 'c']
    expect(sumsOf(all).words.map(({ id }) => id)).toEqual(expected)
    expect(sumsOf(all.toReversed()).words.map(({ id }) => id)).toEqual(expected)
    expect(sumsOf(all).words[0]).toEqual({ id: 'f', count: 2 })
  })

  test('a day with a pause alone is no day with a check-in', () => {
    const session = { id: 's', updatedAt: noon, origin: 'own', ...sessionFields(noon) } as const
    expect(sumsOf([{ store: 'sessions', record: session }])).toMatchObject({ checkIns: 0, days: 0 })
  })
})

test('the usual periods are as long as the calendar has them', () => {
  const named = quickPeriods(Temporal.PlainDate.from('2028-02-10'))
  expect(named.map(({ name, period }) => [name, period.from, period.to])).toEqual([
    ['this-month', '2028-02-01', '2028-02-29'],
    ['days-30', '2028-01-12', '2028-02-10'],
    ['this-year', '2028-01-01', '2028-12-31'],
    ['last-year', '2027-01-01', '2027-12-31'],
  ])
})
