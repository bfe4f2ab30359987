/** Draws years of days: each day once, weeks as the calendar has them, and what every day shows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDay } from '../../lib/core/days.ts'
import {
  countSizes,
  daysOf,
  type MapScale,
  mapScales,
  readMapScale,
  scaleValues,
  yearMap,
  yearOf,
  yearSpan,
} from '../../lib/core/heat-map.ts'
import type { DayRow, Scale } from '../../lib/core/records.ts'

const today = '2026-11-22'

const drawn = (year: number, rows: readonly DayRow[] = [], scale: MapScale = 'felt', firstWeekday = 1) =>
  yearMap(rows, { year, scale, firstWeekday, today })

/** A day on which each of `answers` was given once; null stands for no answer. */
const dayWith = (day: string, answers: readonly (number | 'cant-tell' | null)[], scale: Scale = 'felt') => {
  const counts: { [value: number]: number } = {}
  for (const answer of answers) {
    if (typeof answer === 'number') counts[answer] = (counts[answer] ?? 0) + 1
  }
  const cantTell = answers.filter(answer => answer === 'cant-tell').length
  const row = emptyDay(day)
  return { ...row, checkIns: answers.length, scales: { ...row.scales, [scale]: { counts, cantTell } } }
}

const shown = (row: DayRow, scale: MapScale = 'felt') =>
  daysOf(drawn(Number(row.day.slice(0, 4)), [row], scale)).find(day => day.day === row.day)

const years = fc.integer({ min: 0, max: 9999 })
const weekdays = fc.integer({ min: 1, max: 7 })

describe('a year', () => {
  test('has every day once, in order, in weeks of seven that begin where they are told to', () => {
    fc.assert(
      fc.property(years, weekdays, (year, firstWeekday) => {
        const map = drawn(year, [], 'felt', firstWeekday)
        const days = daysOf(map).map(({ day }) => Temporal.PlainDate.from(day))
        expect(map.months).toHaveLength(12)
        expect(days).toHaveLength(days[0]?.daysInYear ?? 0)
        for (const [index, day] of days.entries()) {
          expect([day.year, day.dayOfYear]).toEqual([year, index + 1])
        }
        for (const { month, first, weeks } of map.months) {
          expect(Temporal.PlainDate.from(first)).toMatchObject({ year, month, day: 1 })
          for (const week of weeks) {
            expect(week).toHaveLength(7)
            expect(week.some(day => day !== null)).toBe(true)
            for (const [place, day] of week.entries()) {
              if (day === null) continue
              const date = Temporal.PlainDate.from(day.day)
              expect(date.month).toBe(month)
              expect((date.dayOfWeek - firstWeekday + 7) % 7).toBe(place)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    [2024, 366],
    [2026, 365],
    [1900, 365],
    [2000, 366],
  ])('%i has %i days', (year, length) => {
    expect(daysOf(drawn(year))).toHaveLength(length)
  })

  test('knows today and what is still to come', () => {
    const count = (year: number, when: string) => daysOf(drawn(year)).filter(day => day.when === when).length
    expect([count(2026, 'past'), count(2026, 'today'), count(2026, 'to-come')]).toEqual([325, 1, 39])
    expect([count(2025, 'past'), count(2027, 'to-come')]).toEqual([365, 365])
  })

  test('counts check-ins on its days, and apart those on days that no calendar has', () => {
    const rows = [
      dayWith('2025-12-31', [1]),
      dayWith('2026-02-28', [1, 2]),
      dayWith('2026-02-30', [3, 4, 5]),
      dayWith('2026-13-45', [6]),
      dayWith('2026-1-1', [6]),
      dayWith('2027-01-01', [7]),
    ]
    const { checkIns, outside } = drawn(2026, rows)
    expect([checkIns, outside]).toEqual([2, 5])
    expect(daysOf(drawn(2026, rows)).filter(day => day.checkIns > 0)).toHaveLength(1)
  })

  test('asks for all its rows, and for no other year’s', () => {
    const { from, to } = yearSpan(2026)
    const within = (day: string) => from <= day && day <= to
    expect(['2026-01-01', '2026-12-31', '2026-02-30', '2026-13-45', '2026-1-1'].every(within)).toBe(true)
    expect(['2025-12-31', '2025-99-99', '2027-01-01', '+012026-01-01'].some(within)).toBe(false)
    expect(yearSpan(7).from).toBe('0007-00-00')
  })

  test('is named by its days', () => {
    expect(
      ['2026-02-30', '0001-01-01', '+012026-01-01', '-000001-01-01', 'nonsense', ''].map(yearOf),
    ).toEqual([2026, 1, null, null, null, null])
  })
})

describe('a day', () => {
  const day = '2026-05-03'

  test('without a check-in shows nothing, a pause alone included', () => {
    expect(shown({ ...emptyDay(day), sessions: 2 })).toMatchObject({
      checkIns: 0,
      shows: { kind: 'nothing' },
    })
  })

  test('tells no answer, can’t tell and a value apart', () => {
    expect(shown(dayWith(day, [null, null]))).toMatchObject({ shows: { kind: 'no-answer' }, unanswered: 2 })
    expect(shown(dayWith(day, [null, 'cant-tell']))).toMatchObject({
      shows: { kind: 'cant-tell' },
      cantTell: 1,
      unanswered: 1,
    })
    expect(shown(dayWith(day, [null, 'cant-tell', 0]))).toMatchObject({
      shows: { kind: 'value', middle: 0, highest: 0 },
      checkIns: 3,
      answered: 1,
      cantTell: 1,
      unanswered: 1,
    })
  })

  test.each([
    [[4], 4, 4],
    [[6, 2], 2, 6],
    [[10, 0], 0, 10],
    [[3, 9, 5], 5, 9],
    [[1, 8, 2, 3], 2, 8],
    [[7, 7, 7, 1], 7, 7],
  ])('of %j has the middle %i and the highest %i', (answers, middle, highest) => {
    expect(shown(dayWith(day, answers))?.shows).toEqual({ kind: 'value', middle, highest })
  })

  test('has a middle that was answered, with at least half at or below it and half at or above it', () => {
    const scales = fc.constantFrom<Scale>('felt', 'far', 'pleasant', 'energy')
    const answers = scales.chain(scale =>
      fc.tuple(fc.constant(scale), fc.array(fc.constantFrom(...scaleValues[scale]), { minLength: 1 })),
    )
    fc.assert(
      fc.property(answers, ([scale, given]) => {
        const shows = shown(dayWith(day, given, scale), scale)?.shows
        if (shows?.kind !== 'value') throw new Error('no value')
        expect(given).toContain(shows.middle)
        expect(shows.highest).toBe(Math.max(...given))
        const half = given.length / 2
        expect(given.filter(answer => answer <= shows.middle).length).toBeGreaterThanOrEqual(half)
        expect(given.filter(answer => answer >= shows.middle).length).toBeGreaterThanOrEqual(half)
      }),
    )
  })

  test('takes a value that the scale does not have as no answer to it', () => {
    expect(shown(dayWith(day, [11]))).toMatchObject({ shows: { kind: 'no-answer' }, unanswered: 1 })
  })

  test.each([
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
    [8, 3],
    [9, 4],
    [200, 4],
  ])('of %i check-ins has the size %i', (checkIns, size) => {
    const row = dayWith(
      day,
      Array.from({ length: checkIns }, () => null),
    )
    expect(shown(row, 'count')?.shows).toEqual({ kind: 'count', size })
    expect(size).toBeLessThan(countSizes.length)
  })

  test('of the future with a check-in is there too', () => {
    expect(shown(dayWith('2031-01-01', [3]))).toMatchObject({ when: 'to-come', checkIns: 1 })
  })
})

test('a scale is read from whatever is stored', () => {
  expect(mapScales.map(readMapScale)).toEqual(mapScales)
  expect(['mood', 7, null, undefined, {}].map(readMapScale)).toEqual([null, null, null, null, null])
})
