/** What the report says without a page: each sentence where it is true, and none where it is not. */
import { beforeEach, describe, expect, test } from 'vitest'
import {
  halfText,
  headingText,
  intervalText,
  meanText,
  shortTexts,
  withShare,
  wordText,
} from '../../../components/report/report-texts.ts'
import { createReport, type Report } from '../../../lib/core/report.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const period = { from: '2026-10-01', to: '2026-10-31' }
const empty: Report = createReport({
  period,
  today: '2026-11-22',
  zone: 'UTC',
  first: null,
  weekStart: 1,
}).report()

describe('in short', () => {
  test('nothing is said of what is not there', () => {
    expect(shortTexts(empty)).toEqual(['There are no check-ins in this period.'])
    expect(shortTexts({ ...empty, kept: period, daysWithout: 31 })).toEqual([
      'There are no check-ins in this period.',
    ])
  })

  test('how much there is, days without, and what is in none of the numbers', () => {
    const report: Report = {
      ...empty,
      kept: period,
      checkIns: 1_200,
      days: 30,
      daysWithout: 1,
      impossible: 2,
      nudges: { shown: 4, answered: 1 },
    }
    expect(shortTexts(report)).toEqual([
      '1,200 check-ins on 30 days.',
      'On 1 day there was no check-in.',
      '2 check-ins have a day that no calendar has. They are in none of these numbers.',
      'Reminders shown: 4. Answered: 1.',
    ])
  })

  test('where the history begins within the period, and where the period is still to come', () => {
    const kept = { from: '2026-10-05', to: '2026-10-20' }
    expect(shortTexts({ ...empty, kept, checkIns: 1, days: 1 })).toEqual([
      '1 check-in on 1 day.',
      'This history begins on October 5, 2026; days before it do not count.',
      'Days after October 20, 2026 are still to come.',
    ])
  })
})

test('a count has its share, and none where there is nothing to share', () => {
  expect([withShare(1, 3), withShare(0, 5), withShare(0, 0)]).toEqual(['1 (33%)', '0 (0%)', '0'])
})

test('numbers have one place after the point, ranges their two ends or one', () => {
  const spread = { middle: 4, lower: 3, upper: 4.5, mean: { mean: 3.26, interval: null } }
  expect([halfText(spread), halfText({ ...spread, upper: 3 })]).toEqual(['3 to 4.5', '3'])
  expect([meanText(spread.mean), intervalText(spread.mean)]).toEqual(['3.3', 'Too few days'])
  expect(intervalText({ mean: 0, interval: { from: -1.26, to: 1.04 } })).toBe('-1.3 to 1')
  expect(intervalText({ mean: 3, interval: { from: 3.01, to: 3.04 } })).toBe('3')
})

test('a word says how often it was a best guess, where it was', () => {
  const labels = { word: (id: string) => `“${id}”` }
  expect(wordText(labels, { id: 'numb', count: 3, guesses: 0 })).toBe('“numb”: 3')
  expect(wordText(labels, { id: 'numb', count: 3, guesses: 2 })).toBe('“numb”: 3 (best guess: 2)')
})

test('a period of one day is called by that day', () => {
  expect(headingText(period)).toBe('Check-ins from October 1, 2026 to October 31, 2026')
  expect(headingText({ from: '2026-10-01', to: '2026-10-01' })).toBe('Check-ins on October 1, 2026')
})
