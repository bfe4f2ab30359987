import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { between, dayNumber, lengthOf, moved, namedPeriod, zoomed } from '../../lib/core/period.ts'

const whole = { from: '2016-01-01', to: '2026-11-20' }
const bounds = { from: '2016-01-01', to: '2026-11-22' }
const day = fc.nat({ max: 3_900 }).map(days => Temporal.PlainDate.from('2016-01-01').add({ days }).toString())
const period = fc
  .tuple(day, day)
  .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }))

describe('a period by its name', () => {
  test.each([
    ['whole', '2016-01-01', '2026-11-20'],
    ['days-30', '2026-10-24', '2026-11-22'],
    ['months-3', '2026-08-23', '2026-11-22'],
    ['year', '2025-11-23', '2026-11-22'],
  ] as const)('%s goes from %s to %s', (name, from, to) => {
    expect(namedPeriod(name, '2026-11-22', whole)).toEqual({ from, to })
  })

  test('a year up to a leap day', () => {
    expect(namedPeriod('year', '2028-02-29', whole)).toEqual({ from: '2027-03-01', to: '2028-02-29' })
  })
})

describe('from a period', () => {
  test('closer is half, inside it, never less than a week, around the place that was asked for', () => {
    fc.assert(
      fc.property(
        period,
        fc.option(fc.integer({ min: 16_000, max: 21_000 }), { nil: null }),
        (from, middle) => {
          const next = zoomed(from, 'closer', bounds, middle)
          expect(next.from >= from.from && next.to <= from.to).toBe(true)
          const days = lengthOf(from)
          expect(lengthOf(next)).toBe(days <= 7 ? days : Math.max(7, Math.ceil(days / 2)))
          if (middle !== null && middle >= dayNumber(from.from) && middle <= dayNumber(from.to) && days > 7)
            expect(middle >= dayNumber(next.from) && middle <= dayNumber(next.to)).toBe(true)
        },
      ),
    )
  })

  test('wider is twice as much, up to all there is, and holds what was shown', () => {
    fc.assert(
      fc.property(period, from => {
        const next = zoomed(from, 'wider', bounds)
        expect(next.from <= from.from && next.to >= from.to).toBe(true)
        expect(lengthOf(next)).toBe(Math.min(lengthOf(from) * 2, lengthOf(bounds)))
      }),
    )
  })

  test('earlier and later keep its length and stay with what there is', () => {
    fc.assert(
      fc.property(period, fc.constantFrom('earlier' as const, 'later' as const), (from, way) => {
        const next = moved(from, way, bounds)
        expect(lengthOf(next)).toBe(lengthOf(from))
        expect(next.from >= bounds.from && next.to <= bounds.to).toBe(true)
        expect(way === 'earlier' ? next.from <= from.from : next.from >= from.from).toBe(true)
      }),
    )
  })

  test('one that lies beyond all there is can be left again', () => {
    const beyond = { from: '2030-01-01', to: '2030-01-10' }
    expect(moved(beyond, 'earlier', bounds)).toEqual({ from: '2029-12-27', to: '2030-01-05' })
    expect(zoomed({ from: '2040-01-01', to: '2040-12-31' }, 'wider', bounds).to).toBe('2040-12-31')
  })
})

test('two places that were pointed at make a period in either order', () => {
  const one = dayNumber('2026-03-01')
  expect(between(one + 9.6, one - 0.4)).toEqual({ from: '2026-03-01', to: '2026-03-11' })
})
