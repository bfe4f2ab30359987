/** Chance with a seed: it repeats, keeps within its limits, and weighs what it is told to weigh. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../lib/core/seeded.ts'

describe('seeded', () => {
  test('the same seed gives the same answers in the same order', () => {
    const asked = (seed: number) => {
      const chance = seeded(seed)
      return [
        chance.next(),
        chance.whole(1, 6),
        chance.happens(0.5),
        chance.pick(['a', 'b', 'c']),
        chance.normal(),
        chance.id(1_764_000_000_000),
      ]
    }
    expect(asked(5)).toEqual(asked(5))
    expect(asked(5)).not.toEqual(asked(6))
  })

  test('whole numbers reach both ends and nothing beyond', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: -5, max: 5 }), fc.nat(4), (seed, from, more) => {
        const chance = seeded(seed)
        const drawn = new Set(Array.from({ length: 300 }, () => chance.whole(from, from + more)))
        expect([...drawn].toSorted((one, other) => one - other)).toEqual(
          Array.from({ length: more + 1 }, (_, index) => from + index),
        )
      }),
      { numRuns: 50 },
    )
  })

  test('weights are shares, and without weight nothing comes', () => {
    const chance = seeded(3)
    const drawn = Array.from({ length: 8_000 }, () =>
      chance.weighed([
        ['never', 0],
        ['seldom', 1],
        ['often', 3],
        ['less than never', -2],
      ]),
    )
    expect(new Set(drawn)).toEqual(new Set(['seldom', 'often']))
    // Four standard deviations of a share of 8,000.
    expect(Math.abs(drawn.filter(name => name === 'often').length / 8_000 - 0.75)).toBeLessThan(0.0194)
    expect(() => chance.weighed([])).toThrow('nothing to choose from')
  })

  test('is about normal: mean 0, variance 1, nothing far out', () => {
    const chance = seeded(11)
    const drawn = Array.from({ length: 20_000 }, () => chance.normal())
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length
    expect(Math.abs(mean)).toBeLessThan(0.03)
    expect(Math.abs(variance - 1)).toBeLessThan(0.05)
    expect(Math.max(...drawn.map(Math.abs))).toBeLessThan(3.5)
  })

  test('ids are UUIDv7s that begin with their time', () => {
    const chance = seeded(1)
    const [one, other] = [chance.id(0x0123456789ab), chance.id(0x0123456789ab)]
    expect(one).toMatch(/^01234567-89ab-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(one).not.toBe(other)
  })
})
