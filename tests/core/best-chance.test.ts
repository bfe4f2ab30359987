import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chancesToBeBest, within } from '../../lib/core/best-chance.ts'
import { lawRuns, lawSeed } from '../support/law-runs.ts'

const seed = lawSeed('best-chance')
const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

describe('how likely each is the best', () => {
  test('of two is what the difference of two normals says: Φ(1 / √2) = 0.7602', () => {
    const [first, second] = chancesToBeBest([
      { mean: 1, sd: 1 },
      { mean: 0, sd: 1 },
    ])
    expect(first).toBeCloseTo(0.76025, 3)
    expect(second).toBeCloseTo(0.23975, 3)
  })

  test('of what is alike is the same for each', () => {
    for (const one of chancesToBeBest(Array.from({ length: 5 }, () => ({ mean: 3, sd: 0.2 }))))
      expect(one).toBeCloseTo(0.2, 6)
  })

  test('of three with unlike spread agrees with 400,000 draws', () => {
    // Drawn with Python's random.gauss, seed 1, for (0.5, 0.3), (0, 1), (0.2, 0.5).
    const chances = chancesToBeBest([
      { mean: 0.5, sd: 0.3 },
      { mean: 0, sd: 1 },
      { mean: 0.2, sd: 0.5 },
    ])
    for (const [at, drawn] of [0.4971, 0.2781, 0.2248].entries())
      expect(Math.abs((chances[at] ?? 0) - drawn)).toBeLessThan(0.004)
  })

  test('adds up to 1 for any', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            mean: fc.double({ min: -10, max: 10, noNaN: true }),
            sd: fc.double({ min: 0.05, max: 5, noNaN: true }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        effects => {
          const chances = chancesToBeBest(effects)
          expect(sumOf(chances)).toBeCloseTo(1, 9)
          for (const one of chances) expect(one).toBeGreaterThanOrEqual(0)
        },
      ),
      { seed, numRuns: lawRuns(1 / 20) },
    ))
})

describe('bounds', () => {
  test('the likely best gives what is above the ceiling to the others, and each has its least', () => {
    expect(within([1, 0, 0, 0, 0], 0.02, 0.8).map(one => one.toFixed(3))).toEqual([
      '0.800',
      '0.050',
      '0.050',
      '0.050',
      '0.050',
    ])
    expect(within([0.6, 0.4, 0, 0], 0.025, 0.8).map(one => one.toFixed(3))).toEqual([
      '0.570',
      '0.380',
      '0.025',
      '0.025',
    ])
    expect(within([1], 0.1, 0.8)).toEqual([1])
  })

  test('hold for any, and the order of the probabilities stays', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1_000 }), { minLength: 2, maxLength: 8 }).filter(all => sumOf(all) > 0),
        weights => {
          const all = weights.map(one => one / sumOf(weights))
          const floor = 0.1 / all.length
          const bounded = within(all, floor, 0.8)
          expect(sumOf(bounded)).toBeCloseTo(1, 9)
          for (const [at, one] of bounded.entries()) {
            expect(one).toBeGreaterThanOrEqual(floor - 1e-9)
            expect(one).toBeLessThanOrEqual(0.8 + 1e-9)
            for (const [other, value] of bounded.entries())
              if ((all[at] ?? 0) > (all[other] ?? 0)) expect(one).toBeGreaterThanOrEqual(value - 1e-9)
          }
        },
      ),
      { seed, numRuns: lawRuns(1 / 5) },
    ))
})
