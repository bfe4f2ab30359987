/** Random times: one in each bucket, uniform, never closer than the gap. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawTimes, numbersFrom } from '../../lib/core/draw.ts'
import { hour, minute } from '../../lib/core/time.ts'

const day = [{ from: 9 * hour, to: 21 * hour }]

describe('drawTimes', () => {
  test('without a gap, each bucket has its one time, spread evenly (chi-square, 20 cells, p > .001)', () => {
    const cells = Array.from({ length: 20 }, () => 0)
    const draws = 4_000
    for (let seed = 0; seed < draws; seed += 1) {
      const times = drawTimes(day, 4, 0, null, numbersFrom(seed * 7_919))
      expect(times.map(time => Math.floor((time - 9 * hour) / (3 * hour)))).toEqual([0, 1, 2, 3])
      for (const time of times) {
        const cell = Math.floor((((time - 9 * hour) % (3 * hour)) / (3 * hour)) * 20)
        cells[cell] = (cells[cell] ?? 0) + 1
      }
    }
    const expected = (draws * 4) / 20
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 43.82 is the .999 quantile with 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(43.82)
  })

  test('keeps inside the spans and the gap, whatever is asked', () => {
    const spans = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 600 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map(parts => {
        let at = 0
        return parts.map(([pause, length]) => {
          const from = at + pause * minute
          at = from + length * minute
          return { from, to: at }
        })
      })
    const gaps = fc.integer({ min: 0, max: 720 }).map(minutes => minutes * minute)
    const before = fc.option(fc.integer({ min: -10 * hour, max: 0 }))
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 1, max: 12 }),
        gaps,
        before,
        fc.nat(),
        (places, count, gap, last, seed) => {
          const times = drawTimes(places, count, gap, last, numbersFrom(seed))
          expect(times.length).toBeLessThanOrEqual(count)
          for (const time of times)
            expect(places.some(({ from, to }) => from <= time && time < to)).toBe(true)
          const all = last === null ? times : [last, ...times]
          for (const [index, time] of all.entries()) {
            if (index > 0) expect(time - (all[index - 1] ?? 0)).toBeGreaterThanOrEqual(gap)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  test('keeps the gap and gives fewer where more do not fit', () => {
    expect(drawTimes(day, 24, 90 * minute, null, numbersFrom(1))).toHaveLength(8)
    expect(drawTimes(day, 3, 0, null, numbersFrom(1))).toHaveLength(3)
    expect(drawTimes([], 3, 0, null, numbersFrom(1))).toEqual([])
  })

  test('the same seed gives the same day', () => {
    const drawn = () => drawTimes(day, 3, 90 * minute, null, numbersFrom(42))
    expect(drawn()).toEqual(drawn())
  })
})
