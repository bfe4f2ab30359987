import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestDays, meanInterval } from '../../lib/core/mean-interval.ts'
import { seeded } from '../../lib/core/seeded.ts'

const daily = (answers: readonly number[]) => answers.map(sum => ({ sum, answers: 1 }))

const day = fc
  .array(fc.integer({ min: 0, max: 10 }), { maxLength: 6 })
  .map(answers => ({ sum: answers.reduce((sum, answer) => sum + answer, 0), answers: answers.length }))
const days = fc.array(day, { maxLength: 120 })

describe('the mean and its interval', () => {
  test('of no answer are none', () => {
    expect(meanInterval([], 0, 10)).toBeNull()
    expect(meanInterval([{ sum: 0, answers: 0 }], 0, 10)).toBeNull()
  })

  test('of few days are the mean alone', () => {
    expect(meanInterval(daily([2, 4, 9]), 0, 10)).toEqual({ mean: 5, interval: null })
    const most = daily(Array.from({ length: fewestDays - 1 }, (_, at) => at % 2))
    expect(meanInterval(most, 0, 10)?.interval).toBeNull()
    expect(meanInterval([...most, { sum: 1, answers: 1 }], 0, 10)?.interval).not.toBeNull()
  })

  test('are what the t test of four runs gives, worked out by hand', () => {
    // Four runs of seven days with the means 2, 4, 6 and 4: a standard deviation of √(8/3), so ± 3.182446 · √(8/3) / 2.
    const runs = [2, 4, 6, 4].flatMap(value => new Array<number>(7).fill(value))
    const found = meanInterval(daily(runs), 0, 10)
    expect(found?.mean).toBe(4)
    expect(found?.interval?.from).toBeCloseTo(4 - 2.59846, 4)
    expect(found?.interval?.to).toBeCloseTo(4 + 2.59846, 4)
  })

  test('stay on the scale', () => {
    const runs = [0, 0, 0, 3].flatMap(value => new Array<number>(7).fill(value))
    expect(meanInterval(daily(runs), 0, 3)?.interval?.from).toBe(0)
    const low = [-4, -4, -4, 4].flatMap(value => new Array<number>(7).fill(value))
    expect(meanInterval(daily(low), -4, 4)?.interval?.from).toBe(-4)
  })

  test('have no width where all answers are one, and are none where one day has nearly all of them', () => {
    expect(meanInterval(daily(new Array<number>(40).fill(3)), 0, 10)).toEqual({
      mean: 3,
      interval: { from: 3, to: 3 },
    })
    const lopsided = [...daily(new Array<number>(40).fill(3)), { sum: 9_000, answers: 1_000 }]
    expect(meanInterval(lopsided, 0, 10)?.interval).toBeNull()
  })

  test('hold the mean, lie on the scale, and are the same mirrored', () => {
    fc.assert(
      fc.property(days, found => {
        const one = meanInterval(found, 0, 10)
        const mirrored = meanInterval(
          found.map(({ sum, answers }) => ({ sum: 10 * answers - sum, answers })),
          0,
          10,
        )
        expect(mirrored === null).toBe(one === null)
        if (one === null) return
        expect(mirrored?.mean).toBeCloseTo(10 - one.mean, 9)
        expect(mirrored?.interval === null).toBe(one.interval === null)
        if (one.interval === null) return
        expect(one.interval.from).toBeLessThanOrEqual(one.mean + 1e-9)
        expect(one.interval.to).toBeGreaterThanOrEqual(one.mean - 1e-9)
        expect(one.interval.from).toBeGreaterThanOrEqual(0)
        expect(one.interval.to).toBeLessThanOrEqual(10)
        expect(mirrored?.interval?.from).toBeCloseTo(10 - one.interval.to, 9)
      }),
    )
  })

  /** Of 2,000 histories in which each answer keeps 0.9 of the one before, the share of intervals that hold the mean of the process. */
  const coverage = (length: number): number => {
    const chance = seeded(11)
    const lives = 2_000
    let [held, given] = [0, 0]
    for (let life = 0; life < lives; life += 1) {
      let level = 2 * chance.normal()
      const found = Array.from({ length }, () => {
        let [sum, answers] = [0, 0]
        for (let at = 0; at < 3; at += 1) {
          level = 0.9 * level + Math.sqrt(1 - 0.81) * 2 * chance.normal()
          if (!chance.happens(0.7)) continue
          sum += Math.max(0, Math.min(10, Math.round(5 + level + 0.8 * chance.normal())))
          answers += 1
        }
        return { sum, answers }
      })
      const interval = meanInterval(found, 0, 10)?.interval
      if (!interval) continue
      given += 1
      if (interval.from <= 5 && 5 <= interval.to) held += 1
    }
    return held / given
  }

  test.each([
    [30, 0.89],
    [60, 0.91],
    [180, 0.93],
  ])(
    'hold the true mean of %i days about as often as they say, though answers follow one another',
    (length, least) => {
      expect(coverage(length)).toBeGreaterThan(least)
      expect(coverage(length)).toBeLessThan(0.97)
    },
  )
})
