import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDay } from '../../lib/core/days.ts'
import { feltCsv, feltDays, feltOverTime, pieces, spreadOf, unitOf } from '../../lib/core/felt-over-time.ts'
import { lengthOf } from '../../lib/core/period.ts'
import type { DayRow } from '../../lib/core/records.ts'
import { isDay } from '../../lib/core/time.ts'

type Said = { readonly counts?: { readonly [felt: number]: number }; readonly cantTell?: number }

const row = (day: string, { counts = {}, cantTell = 0 }: Said, checkIns?: number): DayRow => {
  const blank = emptyDay(day)
  const answers = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    ...blank,
    checkIns: checkIns ?? answers + cantTell,
    scales: { ...blank.scales, felt: { counts, cantTell } },
  }
}

/** The counts of a list of answers. */
const countsOf = (answers: readonly number[]): readonly number[] =>
  Array.from({ length: 11 }, (_, value) => answers.filter(answer => answer === value).length)

const dayFrom = (days: number): string => Temporal.PlainDate.from('2019-12-20').add({ days }).toString()
const day = fc.nat({ max: 3_700 }).map(dayFrom)
const period = fc.tuple(day, day).map(([one, other]) => ({
  from: one < other ? one : other,
  to: one < other ? other : one,
}))
const impossibleDay = fc.constantFrom('2026-02-30', '+012026-01-01', '', '2026-13-01', 'yesterday')
const said = fc.record({
  counts: fc.dictionary(fc.integer({ min: 0, max: 10 }).map(String), fc.integer({ min: 1, max: 9 })),
  cantTell: fc.nat({ max: 3 }),
})
const rows = fc
  .uniqueArray(
    fc.tuple(fc.oneof({ weight: 9, arbitrary: day }, { weight: 1, arbitrary: impossibleDay }), said),
    {
      selector: ([day]) => day,
      maxLength: 80,
    },
  )
  .map(list => list.map(([day, what]) => row(day, what)).sort((one, other) => (one.day < other.day ? -1 : 1)))
const weekStart = fc.integer({ min: 1, max: 7 })

describe('the middle and its spread', () => {
  test.each([
    [[], null, null, null],
    [[4], 4, 4, 4],
    [[4, 5], 4, 4.5, 5],
    [[0, 10], 0, 5, 10],
    [[1, 2, 3], 1, 2, 3],
    [[1, 2, 3, 4], 1.5, 2.5, 3.5],
    [[0, 0, 0, 0, 10], 0, 0, 0],
    [[2, 2, 3, 4, 5, 6, 6, 9], 2.5, 4.5, 6],
  ])('of %j are %s, %s and %s', (answers, lower, middle, upper) => {
    expect(spreadOf(countsOf(answers))).toEqual({ answers: answers.length, lower, middle, upper })
  })

  test('lie in order within the answers, with half of them at each side', () => {
    const answers = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(answers, given => {
        const { lower, middle, upper } = spreadOf(countsOf(given))
        if (lower === null || middle === null || upper === null) throw new Error('there are answers')
        expect(Math.min(...given)).toBeLessThanOrEqual(lower)
        expect(lower).toBeLessThanOrEqual(middle)
        expect(middle).toBeLessThanOrEqual(upper)
        expect(upper).toBeLessThanOrEqual(Math.max(...given))
        const share = (holds: (answer: number) => boolean) => given.filter(holds).length / given.length
        expect(share(answer => answer <= middle)).toBeGreaterThanOrEqual(0.5)
        expect(share(answer => answer >= middle)).toBeGreaterThanOrEqual(0.5)
        expect(share(answer => answer <= lower)).toBeGreaterThanOrEqual(0.25)
        expect(share(answer => answer >= lower)).toBeGreaterThanOrEqual(0.75)
        expect(share(answer => answer >= upper)).toBeGreaterThanOrEqual(0.25)
      }),
    )
  })
})

describe('the pieces of a period', () => {
  test('hold every day once, in order, and begin and end with it', () => {
    fc.assert(
      fc.property(
        period,
        fc.constantFrom('day', 'week', 'month', 'year' as const),
        weekStart,
        (whole, unit, start) => {
          const cut = pieces(whole, unit as 'day', start)
          expect(cut[0]?.from).toBe(whole.from)
          expect(cut.at(-1)?.to).toBe(whole.to)
          expect(cut.reduce((sum, piece) => sum + lengthOf(piece), 0)).toBe(lengthOf(whole))
          for (const [at, piece] of cut.entries()) {
            expect(piece.from <= piece.to).toBe(true)
            const next = cut[at + 1]
            if (next) expect(Temporal.PlainDate.from(piece.to).add({ days: 1 }).toString()).toBe(next.from)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('know leap years', () => {
    expect(pieces({ from: '2028-02-10', to: '2028-03-01' }, 'month', 1)).toEqual([
      { from: '2028-02-10', to: '2028-02-29' },
      { from: '2028-03-01', to: '2028-03-01' },
    ])
    expect(lengthOf({ from: '2100-02-01', to: '2100-03-01' })).toBe(29)
  })

  test('begin their weeks where the person’s weeks begin', () => {
    const month = { from: '2026-11-01', to: '2026-11-30' }
    const begins = (start: number) => pieces(month, 'week', start).map(({ from }) => from)
    expect(begins(1)).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ])
    expect(begins(7)).toEqual(['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29'])
    expect(begins(6)[1]).toBe('2026-11-07')
  })

  test('of a year in which clocks were changed are as many as of any other', () => {
    expect(pieces({ from: '2026-01-01', to: '2026-12-31' }, 'day', 1)).toHaveLength(365)
  })

  test.each([
    [1, 'day'],
    [93, 'day'],
    [94, 'week'],
    [731, 'week'],
    [733, 'month'],
    [3_653, 'month'],
    [46_000, 'year'],
  ])('of %i days are each a %s wide, or more', (days, unit) => {
    expect(unitOf(days)).toBe(unit)
  })
})

describe('felt over time', () => {
  test('leaves out nothing and adds nothing: buckets, sums and rows agree', () => {
    fc.assert(
      fc.property(rows, period, weekStart, (given, shown, start) => {
        const { days, impossible } = feltDays(given)
        const { buckets, sums } = feltOverTime(days, shown, start)
        const within = given.filter(({ day }) => isDay(day) && day >= shown.from && day <= shown.to)
        const total = (list: readonly DayRow[], of: (row: DayRow) => number) =>
          list.reduce((sum, one) => sum + of(one), 0)
        const answersOf = (one: DayRow) =>
          Object.values(one.scales.felt.counts).reduce((sum, count) => sum + count, 0)
        const all = (of: (bucket: (typeof buckets)[number]) => number) =>
          buckets.reduce((sum, bucket) => sum + of(bucket), 0)
        expect(all(bucket => bucket.answers)).toBe(total(within, answersOf))
        expect(sums.answers).toBe(total(within, answersOf))
        expect(all(bucket => bucket.cantTell)).toBe(total(within, one => one.scales.felt.cantTell))
        expect(all(bucket => bucket.checkIns)).toBe(total(within, one => one.checkIns))
        expect(sums.days).toBe(within.filter(one => answersOf(one) > 0).length)
        expect(impossible).toBe(
          total(
            given.filter(({ day }) => !isDay(day)),
            one => one.checkIns,
          ),
        )
        for (const { answers, middle, lower, upper } of buckets) {
          expect([middle === null, lower === null, upper === null]).toEqual(Array(3).fill(answers === 0))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('is a gap where nothing was answered, also where “can’t tell” was said or the question passed over', () => {
    const { days } = feltDays([
      row('2026-03-01', { counts: { 0: 1 } }),
      row('2026-03-02', { cantTell: 2 }),
      row('2026-03-03', {}, 1),
      row('2026-03-05', { counts: { 3: 1, 6: 1 } }),
    ])
    const { buckets, unit } = feltOverTime(days, { from: '2026-03-01', to: '2026-03-05' }, 1)
    expect(unit).toBe('day')
    expect(buckets.map(({ middle }) => middle)).toEqual([0, null, null, null, 4.5])
    expect(buckets.map(({ cantTell }) => cantTell)).toEqual([0, 2, 0, 0, 0])
    expect(buckets.map(({ checkIns }) => checkIns)).toEqual([1, 2, 1, 0, 2])
    expect(buckets[1]?.at).toBe((buckets[0]?.at ?? 0) + 1)
  })

  test('knows no days on which pauses alone were run', () => {
    expect(feltDays([{ ...emptyDay('2026-03-01'), sessions: 3 }])).toEqual({ days: [], impossible: 0 })
  })

  test('holds the first and the last year that a day can name', () => {
    const { days } = feltDays([
      row('0000-01-01', { counts: { 1: 1 } }),
      row('9999-12-31', { counts: { 9: 1 } }),
    ])
    const view = feltOverTime(days, { from: '0000-01-01', to: '9999-12-31' }, 7)
    expect(view.buckets).toHaveLength(10_000)
    expect(view.buckets.at(-1)).toMatchObject({ to: '9999-12-31', middle: 9 })
  })
})

test('the numbers are a row for each bucket, with empty cells where there is no answer', () => {
  const { days } = feltDays([
    row('2026-03-01', { counts: { 4: 1, 5: 1 } }),
    row('2026-03-02', { cantTell: 1 }),
  ])
  const view = feltOverTime(days, { from: '2026-03-01', to: '2026-03-03' }, 1)
  expect(feltCsv(view)).toBe(
    'from,to,answers,middle,lower,upper,cant_tell,check_ins\r\n' +
      '2026-03-01,2026-03-01,2,4.5,4,5,0,2\r\n' +
      '2026-03-02,2026-03-02,0,,,,1,1\r\n' +
      '2026-03-03,2026-03-03,0,,,,0,0\r\n',
  )
})
