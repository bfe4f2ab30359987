import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  advance,
  breathAt,
  elapsedInStep,
  goOn,
  hold,
  isFinished,
  type Pause,
  pickUp,
  type Run,
  secondsRun,
  skipStep,
  startRun,
} from '../../lib/core/pause.ts'

const pause: Pause = {
  id: 'try',
  kind: 'out',
  seconds: 20,
  steps: [
    { text: 'one', seconds: 8 },
    { text: 'two', seconds: 12 },
  ],
}
const waiting: Pause = { ...pause, steps: [{ text: 'one', seconds: null }, ...pause.steps] }

describe('a run', () => {
  test('stands where the clock says, step after step', () => {
    const run = startRun(pause, 0)
    expect(advance(run, pause, 7_999).step).toBe(0)
    expect(advance(run, pause, 8_000)).toMatchObject({ step: 1, stepStartedAt: 8_000 })
    expect(isFinished(advance(run, pause, 19_999), pause)).toBe(false)
    expect(isFinished(advance(run, pause, 20_000), pause)).toBe(true)
  })

  test('sleep through several steps ends it once', () => {
    const ended = advance(startRun(pause, 0), pause, 3_600_000)
    expect(isFinished(ended, pause)).toBe(true)
    expect(secondsRun(ended, pause, 3_600_000)).toBe(20)
  })

  test('held time does not count, and it goes on at the same second', () => {
    const held = hold(startRun(pause, 0), 3_000)
    expect(elapsedInStep(held, 60_000)).toBe(3_000)
    expect(advance(held, pause, 60_000).step).toBe(0)
    const going = goOn(held, 60_000)
    expect(elapsedInStep(going, 61_000)).toBe(4_000)
    expect(advance(going, pause, 65_000).step).toBe(1)
  })

  test('holding twice adds up', () => {
    const once = goOn(hold(startRun(pause, 0), 1_000), 5_000)
    const twice = goOn(hold(once, 6_000), 16_000)
    expect(elapsedInStep(twice, 17_000)).toBe(3_000)
    expect(hold(hold(once, 6_000), 9_000)).toEqual(hold(once, 6_000))
  })

  test('a waiting step ends when the person skips on', () => {
    const run = startRun(waiting, 0)
    expect(advance(run, waiting, 1_000_000)).toBe(run)
    expect(skipStep(run, 5_000)).toMatchObject({ step: 1, stepStartedAt: 5_000, spent: 5_000 })
  })

  test('a clock set back neither rushes nor breaks it', () => {
    const run = startRun(pause, 10_000)
    expect(elapsedInStep(run, 4_000)).toBe(0)
    expect(advance(run, pause, 4_000)).toBe(run)
  })

  test('picked up later it goes on where the clock is, or at its step where it would be over', () => {
    const run = startRun(pause, 0)
    expect(pickUp(run, pause, 10_000)).toMatchObject({ step: 1, stepStartedAt: 8_000 })
    expect(pickUp(run, pause, 600_000)).toMatchObject({ step: 0, stepStartedAt: 600_000 })
  })

  test('looking often or rarely ends at the same place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 20 }), looks => {
        const times = [...looks].sort((one, other) => one - other)
        const often = times.reduce<Run>((run, time) => advance(run, pause, time), startRun(pause, 0))
        const last = times.at(-1) ?? 0
        expect(advance(often, pause, last)).toEqual(advance(startRun(pause, 0), pause, last))
      }),
    )
  })
})

describe('a pacer', () => {
  const pacer = [
    { way: 'in', seconds: 4 },
    { way: 'out', seconds: 6 },
  ] as const

  test.each([
    [0, 'in', 0, 4],
    [3_999, 'in', 0.99975, 1],
    [4_000, 'out', 0, 6],
    [9_999, 'out', 5_999 / 6_000, 1],
    [10_000, 'in', 0, 4],
    [54_000, 'out', 0, 6],
  ] as const)('at %s ms breathes %s', (elapsed, way, progress, left) => {
    const now = breathAt(pacer, elapsed)
    expect(now?.way).toBe(way)
    expect(now?.full).toBeCloseTo(way === 'in' ? progress : 1 - progress, 6)
    expect(now?.left).toBe(left)
  })

  test('a held breath stays as full as it was', () => {
    const box = [
      { way: 'in', seconds: 4 },
      { way: 'hold', seconds: 4 },
      { way: 'out', seconds: 4 },
      { way: 'hold', seconds: 4 },
    ] as const
    expect(breathAt(box, 6_000)?.full).toBe(1)
    expect(breathAt(box, 14_000)?.full).toBe(0)
  })

  test('one without time shows nothing', () => {
    expect(breathAt([], 100)).toBeNull()
  })
})
