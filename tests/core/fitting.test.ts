/** What is said to fit is what the machine plans. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numbersFrom } from '../../lib/core/draw.ts'
import { fitting, fittingByDay } from '../../lib/core/fitting.ts'
import { emptyMemory, type Memory } from '../../lib/core/nudge-state.ts'
import { planNext } from '../../lib/core/plan.ts'
import type { Hours, NudgeSettings, WeekHours } from '../../lib/core/settings.ts'
import { atMinute, everyDay, nudgeSettings } from '../support/nudges.ts'

const random = (perDay: number, more: Partial<NudgeSettings> = {}) =>
  nudgeSettings({ mode: { kind: 'random', perDay }, cap: 24, ...more })

const fixed = (times: readonly number[], more: Partial<NudgeSettings> = {}) =>
  nudgeSettings({ mode: { kind: 'fixed', times }, cap: 24, ...more })

const nine: Hours = { from: atMinute(9), to: atMinute(21) }

/** How many times the machine plans for the Wednesday of the reference week, seen from the midnight before. */
const planned = (settings: NudgeSettings, seed: number): number => {
  const now = Temporal.ZonedDateTime.from('2024-01-03T00:00[UTC]')
  // What was planned for the evening before is another matter.
  const memory: Memory = { ...emptyMemory, days: [{ day: '2024-01-02', times: [], buckets: 0 }] }
  const plan = planNext(memory, settings.mode, { now, settings, seed })
  return plan.memory.days.find(({ day }) => day === '2024-01-03')?.times.length ?? 0
}

describe('random times', () => {
  test('fit as often as was asked where there is room', () => {
    expect(fitting(random(3, { hours: everyDay(nine) }))).toBe(3)
    expect(fitting(random(8, { hours: everyDay(nine), gap: 90 }))).toBe(8)
  })

  test('are fewer where the gap leaves less room, and the gap stays', () => {
    expect(fitting(random(24, { hours: everyDay(nine), gap: 90 }))).toBe(8)
    expect(fitting(random(3, { hours: everyDay({ from: atMinute(9), to: atMinute(10) }), gap: 90 }))).toBe(1)
  })

  test('are as many as the cap allows', () => {
    expect(fitting(random(12, { hours: everyDay(nine), gap: 0, cap: 4 }))).toBe(4)
  })

  test('are counted on the tightest day; a day without hours is none', () => {
    const short: Hours = { from: atMinute(9), to: atMinute(10) }
    const hours: WeekHours = [[nine], [nine], [short], [nine], [nine], [], []]
    expect(fittingByDay(random(3, { hours }))).toEqual([3, 3, 1, 3, 3, null, null])
    expect(fitting(random(3, { hours }))).toBe(1)
    expect(fitting(random(3, { hours: everyDay() }))).toBeNull()
  })

  test('across midnight belong to the evening', () => {
    expect(fitting(random(9, { hours: everyDay({ from: atMinute(22), to: atMinute(2) }), gap: 60 }))).toBe(4)
  })

  test('are what the machine plans, wherever chance does not decide', () => {
    const windows = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 0, max: 1440 }) }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(
        windows,
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (hours, perDay, gap, seed) => {
          const week: WeekHours = [[], [], hours, [], [], [], []]
          const settings = random(perDay, { hours: week, gap })
          const said = fitting(settings) ?? 0
          const found = [seed, seed ^ 1, seed ^ 2].map(each => planned(settings, each))
          // Near the edge one draw finds a place for one more than another; then what is said lies between.
          expect(said).toBeGreaterThanOrEqual(Math.min(...found) - 1)
          expect(said).toBeLessThanOrEqual(Math.max(...found) + 1)
          if (new Set(found).size === 1 && perDay * Math.max(gap, 1) * 3 < lengthOf(hours)) {
            expect(said).toBe(found[0])
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('are exactly the even ones where random ones do not fit', () => {
    // Twelve hours hold eight times 90 minutes apart and no ninth, whatever chance says.
    for (const perDay of [8, 9, 24]) {
      const settings = random(perDay, { hours: [[], [], [nine], [], [], [], []], gap: 90 })
      const next = numbersFrom(9)
      for (let draw = 0; draw < 20; draw += 1) {
        expect(planned(settings, Math.floor(next() * 2 ** 32))).toBe(fitting(settings))
      }
    }
  })
})

/** Minutes that these windows cover at least. */
const lengthOf = (hours: readonly Hours[]): number =>
  Math.max(0, ...hours.map(({ from, to }) => (to > from ? to : to + 1440) - from))

describe('fixed times', () => {
  test('all fit where they lie in the hours and far enough apart', () => {
    expect(fitting(fixed([atMinute(9), atMinute(13)], { hours: everyDay(nine) }))).toBe(2)
  })

  test('outside the hours or too close to the one before are left out', () => {
    const times = [atMinute(8), atMinute(9), atMinute(10), atMinute(10, 30), atMinute(21)]
    expect(fitting(fixed(times, { hours: everyDay(nine), gap: 90 }))).toBe(2)
  })

  test('on a day without hours are none at all, unless the evening before reaches into it', () => {
    const night: Hours = { from: atMinute(22), to: atMinute(2) }
    const hours: WeekHours = [[nine], [], [night], [], [], [], []]
    expect(fittingByDay(fixed([atMinute(1), atMinute(13)], { hours }))).toEqual([
      1,
      null,
      0,
      1,
      null,
      null,
      null,
    ])
  })

  test('are what the machine plans', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 300 }),
        fc.record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 0, max: 1440 }) }),
        (times, gap, window) => {
          const settings = fixed(times, { gap, hours: everyDay(window) })
          const said = fittingByDay(settings)[2]
          const now = Temporal.ZonedDateTime.from('2024-01-02T23:59:59.999[UTC]')
          const days = [{ day: '2024-01-02', times: [], buckets: 0 }]
          const plan = planNext({ ...emptyMemory, days }, settings.mode, { now, settings, seed: 1 })
          const found = plan.memory.days.find(({ day }) => day === '2024-01-03')?.times.length ?? 0
          expect(said ?? 0).toBe(found)
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('nothing is planned by the clock where use is counted, or reminders are off', () => {
  expect(fitting(nudgeSettings({ mode: { kind: 'every', minutes: 45 } }))).toBeNull()
  expect(fitting(nudgeSettings({ mode: { kind: 'off' } }))).toBeNull()
})
