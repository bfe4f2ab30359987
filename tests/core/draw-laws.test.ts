/** The laws of random times: one uniform draw per bucket, drawn again until every gap holds, evenly spaced where that never comes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawTimes, numbersFrom } from '../../lib/core/draw.ts'
import type { Span } from '../../lib/core/hours.ts'
import { hour, type Instant, minute } from '../../lib/core/time.ts'
import { lawRuns, lawSeed } from '../support/law-runs.ts'

const seed = lawSeed('draw-laws')

/** Chance of another kind than the one under test: xorshift32 (Marsaglia, 2003, https://doi.org/10.18637/jss.v008.i14). */
const otherNumbers = (from: number): (() => number) => {
  let state = from | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

/** The sampler in its plainest form: a uniform time in each of `count` equal parts of one span, all thrown away until every gap holds. */
const redraw = (span: Span, count: number, gap: number, before: Instant | null, next: () => number) => {
  const part = (span.to - span.from) / count
  for (;;) {
    const times: number[] = []
    for (let bucket = 0; bucket < count; bucket += 1) times.push(span.from + (bucket + next()) * part)
    let last = before ?? -Infinity
    let holds = true
    for (const time of times) {
      if (time - last < gap) holds = false
      last = time
    }
    if (holds) return times
  }
}

/** The .999 quantile of chi-square with `freedom` degrees (Wilson and Hilferty, 1931, https://doi.org/10.1073/pnas.17.12.684). */
const chiSquareLimit = (freedom: number): number => {
  const part = 2 / (9 * freedom)
  return freedom * (1 - part + 3.0902 * Math.sqrt(part)) ** 3
}

const cellsOf = (values: readonly number[], cells: number): readonly number[] => {
  const counts = Array.from({ length: cells }, () => 0)
  for (const value of values) {
    const cell = Math.min(cells - 1, Math.floor(value * cells))
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return counts
}

/** The largest distance between two empirical distributions (Smirnov's two-sample statistic). */
const largestDistance = (ones: readonly number[], others: readonly number[]): number => {
  const [left, right] = [ones.toSorted((a, b) => a - b), others.toSorted((a, b) => a - b)]
  let [i, j, largest] = [0, 0, 0]
  while (i < left.length && j < right.length) {
    const value = Math.min(left[i] ?? 0, right[j] ?? 0)
    while ((left[i] ?? Infinity) <= value) i += 1
    while ((right[j] ?? Infinity) <= value) j += 1
    largest = Math.max(largest, Math.abs(i / left.length - j / right.length))
  }
  return largest
}

const draws = 10_000
const day: Span = { from: 9 * hour, to: 21 * hour }

describe('without a gap', () => {
  test.each([1, 2, 3, 6, 24])('each of %i buckets has one uniform time (chi-square, p > .001)', count => {
    const part = (day.to - day.from) / count
    const places = Array.from({ length: count }, (): number[] => [])
    for (let draw = 0; draw < draws; draw += 1) {
      const times = drawTimes([day], count, 0, null, numbersFrom(Math.imul(draw + 1, 0x9e3779b1)))
      expect(times).toHaveLength(count)
      for (const [bucket, time] of times.entries()) places[bucket]?.push((time - day.from) / part - bucket)
    }
    const cells = 20
    // One test over all buckets: a .001 of each would be too often for twenty-four.
    let chiSquare = 0
    for (const place of places) {
      expect(Math.min(...place)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...place)).toBeLessThan(1)
      for (const found of cellsOf(place, cells)) chiSquare += (found - draws / cells) ** 2 / (draws / cells)
    }
    expect(chiSquare).toBeLessThan(chiSquareLimit(count * (cells - 1)))
  })

  test('the times of two buckets know nothing of each other (chi-square over 6 by 6, p > .001)', () => {
    const cells = Array.from({ length: 36 }, () => 0)
    for (let draw = 0; draw < draws; draw += 1) {
      const times = drawTimes([day], 3, 0, null, numbersFrom(Math.imul(draw + 1, 0x85ebca6b)))
      const [one = 0, other = 0] = times.map(time =>
        Math.floor((((time - day.from) % (4 * hour)) / (4 * hour)) * 6),
      )
      cells[one * 6 + other] = (cells[one * 6 + other] ?? 0) + 1
    }
    const expected = draws / 36
    const chiSquare = cells.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0)
    expect(chiSquare).toBeLessThan(chiSquareLimit(35))
  })
})

describe('with a gap', () => {
  const settings = [
    { count: 3, gap: 90, before: null },
    { count: 6, gap: 90, before: null },
    { count: 4, gap: 150, before: null },
    // Yesterday's last, shortly before the hours begin.
    { count: 3, gap: 150, before: day.from - 20 * minute },
  ] as const

  test.each(settings)(
    '$count times, $gap minutes apart, come as the plain sampler draws them (two samples, p > .001)',
    ({ count, gap, before }) => {
      const ours: number[][] = Array.from({ length: count }, () => [])
      const plain: number[][] = Array.from({ length: count }, () => [])
      const next = otherNumbers(20_270_504)
      for (let draw = 0; draw < draws; draw += 1) {
        const drawn = drawTimes(
          [day],
          count,
          gap * minute,
          before,
          numbersFrom(Math.imul(draw + 1, 0xc2b2ae35)),
        )
        expect(drawn).toHaveLength(count)
        for (const [bucket, time] of drawn.entries()) ours[bucket]?.push(time)
        for (const [bucket, time] of redraw(day, count, gap * minute, before, next).entries())
          plain[bucket]?.push(time)
      }
      // Kolmogorov's c(.001) = 1.949; Bonferroni over the buckets makes it c(.001 / count).
      const critical = Math.sqrt(-Math.log(0.001 / count / 2) / 2) * Math.sqrt(2 / draws)
      for (const [bucket, times] of ours.entries()) {
        expect(largestDistance(times, plain[bucket] ?? []), `bucket ${bucket}`).toBeLessThan(critical)
      }
      // The gaps as well, which no look at single buckets would show.
      const apart = (all: readonly number[][], bucket: number) =>
        (all[bucket] ?? []).map((time, draw) => (all[bucket + 1]?.[draw] ?? 0) - time)
      for (let bucket = 0; bucket + 1 < count; bucket += 1) {
        expect(largestDistance(apart(ours, bucket), apart(plain, bucket)), `gap ${bucket}`).toBeLessThan(
          critical,
        )
      }
    },
  )

  test('where a thousand tries find none, the times stand in the middle of their buckets', () => {
    // Eight buckets of 90 minutes, 90 minutes apart: only ever-later times fit, and chance never finds them.
    const times = drawTimes([day], 8, 90 * minute, null, numbersFrom(7))
    expect(times).toEqual(Array.from({ length: 8 }, (_, bucket) => day.from + (bucket + 0.5) * 90 * minute))
    let asked = 0
    drawTimes([day], 8, 90 * minute, null, () => {
      asked += 1
      return asked % 2 === 0 ? 0 : 0.999
    })
    expect(asked).toBe(8 * 1_000)
  })
})

const places = fc
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

test('one in each bucket, within the spans, never closer than the gap, whatever is asked', {
  timeout: 300_000,
}, () => {
  const asked = fc.record({
    spans: places,
    count: fc.integer({ min: 1, max: 12 }),
    gap: fc.oneof(fc.nat(90), fc.nat(90), fc.nat(720)).map(minutes => minutes * minute),
    before: fc.option(fc.integer({ min: -10 * hour, max: 0 })),
    chance: fc.nat(),
  })
  fc.assert(
    fc.property(asked, ({ spans, count, gap, before, chance }) => {
      const times = drawTimes(spans, count, gap, before, numbersFrom(chance))
      expect(drawTimes(spans, count, gap, before, numbersFrom(chance)), 'same input').toEqual(times)
      expect(times.length).toBeLessThanOrEqual(count)
      if (gap === 0) expect(times).toHaveLength(count)
      const length = spans.reduce((sum, span) => sum + span.to - span.from, 0)
      let last = before ?? -Infinity
      for (const [bucket, time] of times.entries()) {
        const span = spans.find(({ from, to }) => from <= time && time < to)
        expect(span, 'within the spans').toBeDefined()
        expect(time - last >= gap, 'the gap').toBe(true)
        last = time
        const earlier = spans.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, time) - from), 0)
        const place = (earlier * times.length) / length
        // Times are whole milliseconds.
        expect(place >= bucket - 1e-3 && place < bucket + 1, 'its bucket').toBe(true)
      }
    }),
    { numRuns: lawRuns(), seed },
  )
})
