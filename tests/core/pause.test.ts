import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  advance,
  asLeft,
  atTempo,
  byClock,
  catchUp,
  elapsedInStep,
  endRun,
  goOn,
  hold,
  inTempo,
  leftAfter,
  type Pause,
  type Run,
  secondsRun,
  seen,
  skipStep,
  startRun,
  stepBack,
  viewRun,
  wasLeft,
} from '../../lib/core/pause.ts'
import { plainTempo } from '../../lib/core/tempo.ts'

const pause: Pause = {
  id: 'try',
  kind: 'out',
  seconds: 20,
  steps: [
    { text: 'one', seconds: 8 },
    { text: 'two', seconds: 12 },
  ],
  rules: [],
}
const waiting: Pause = { ...pause, steps: [{ text: 'zero', seconds: 20, waits: true }, ...pause.steps] }
const start = (at: number, of = pause) => startRun(of, at, { tempo: plainTempo, other: false })

describe('a run', () => {
  test('stands where the clock says, step after step', () => {
    const run = start(0)
    expect(advance(run, pause, 7_999).step).toBe(0)
    expect(advance(run, pause, 8_000)).toMatchObject({ step: 1, stepStartedAt: 8_000 })
    expect(advance(run, pause, 19_999).end).toBeNull()
    expect(advance(run, pause, 20_000).end).toBe('finished')
  })

  test('sleep through several steps ends it once', () => {
    const ended = advance(start(0), pause, 3_600_000)
    expect(ended.end).toBe('finished')
    expect(secondsRun(ended, 3_600_000)).toBe(20)
    expect(advance(ended, pause, 7_200_000)).toBe(ended)
  })

  test('held time does not count, and it goes on at the same second', () => {
    const held = hold(start(0), 3_000)
    expect(elapsedInStep(held, 60_000)).toBe(3_000)
    expect(advance(held, pause, 60_000).step).toBe(0)
    const going = goOn(held, 60_000)
    expect(elapsedInStep(going, 61_000)).toBe(4_000)
    expect(advance(going, pause, 65_000).step).toBe(1)
  })

  test('holding twice adds up', () => {
    const once = goOn(hold(start(0), 1_000), 5_000)
    const twice = goOn(hold(once, 6_000), 16_000)
    expect(elapsedInStep(twice, 17_000)).toBe(3_000)
    expect(hold(hold(once, 6_000), 9_000)).toEqual(hold(once, 6_000))
  })

  test('a waiting step ends when the person goes on', () => {
    const run = start(0, waiting)
    expect(advance(run, waiting, 1_000_000)).toBe(run)
    expect(viewRun(run, waiting, 1_000_000)).toMatchObject({ left: null, place: 1, places: 3 })
    expect(skipStep(run, waiting, 5_000)).toMatchObject({ step: 1, stepStartedAt: 5_000, spent: 5_000 })
  })

  test('skipping the last step finishes it, with the time that it ran', () => {
    const last = advance(start(0), pause, 10_000)
    const ended = skipStep(last, pause, 11_000)
    expect(ended.end).toBe('finished')
    expect(secondsRun(ended, 99_000)).toBe(11)
    expect(viewRun(ended, pause, 99_000)).toBeNull()
  })

  test('back goes to the beginning of the step before, and of the first one', () => {
    const second = advance(start(0), pause, 10_000)
    expect(stepBack(second, 10_000)).toMatchObject({ step: 0, stepStartedAt: 10_000, spent: 10_000 })
    expect(stepBack(start(0), 4_000)).toMatchObject({ step: 0, stepStartedAt: 4_000, spent: 4_000 })
  })

  test.each(['stopped', 'worse'] as const)('%s, it ends there, and counts what it ran', how => {
    const ended = endRun(hold(start(0), 5_000), how, 60_000)
    expect(ended).toMatchObject({ end: how, step: 0, heldSince: null })
    expect(secondsRun(ended, 90_000)).toBe(5)
    expect(advance(ended, pause, 900_000)).toBe(ended)
  })

  test('a clock set back neither rushes nor breaks it', () => {
    const run = start(10_000)
    expect(elapsedInStep(run, 4_000)).toBe(0)
    expect(advance(run, pause, 4_000)).toBe(run)
    expect(wasLeft(run, pause, 4_000)).toBe(false)
  })

  test('it goes on from where it was last seen when the clock was set back', () => {
    const run = seen(start(3_600_000), 3_604_000)
    const moved = byClock(run, 5_000)
    expect([4_000, 6_000].map(later => elapsedInStep(moved, 1_000 + later))).toEqual([4_000, 6_000])
    expect(wasLeft(moved, pause, 5_000)).toBe(false)
    expect(byClock(moved, 5_000)).toBe(moved)
    const held = byClock(hold(run, 3_604_000), 5_000)
    expect(elapsedInStep(held, 60_000)).toBe(4_000)
    expect(elapsedInStep(goOn(held, 60_000), 61_000)).toBe(5_000)
  })

  test('looking often or rarely ends at the same place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 20 }), looks => {
        const times = [...looks].sort((one, other) => one - other)
        const often = times.reduce<Run>((run, time) => advance(run, pause, time), start(0))
        const last = times.at(-1) ?? 0
        expect(advance(often, pause, last)).toEqual(advance(start(0), pause, last))
      }),
    )
  })
})

describe('a run out of sight', () => {
  const at = seen(start(0), 5_000)

  test('is noticed where a timed step ran on, and only there', () => {
    expect(wasLeft(at, pause, 5_000 + leftAfter)).toBe(false)
    expect(wasLeft(at, pause, 5_001 + leftAfter)).toBe(true)
    expect(wasLeft(hold(at, 5_000), pause, 60_000)).toBe(false)
    expect(wasLeft(endRun(at, 'stopped', 5_000), pause, 60_000)).toBe(false)
    expect(wasLeft(start(0, waiting), waiting, 60_000)).toBe(false)
  })

  test('goes on at the second at which it was left', () => {
    const left = asLeft(at, pause)
    expect(left).toMatchObject({ leftAt: 5_000, heldSince: 5_000, step: 0 })
    expect(advance(left, pause, 900_000)).toBe(left)
    const going = goOn(left, 25_000)
    expect(going.leftAt).toBeNull()
    expect(elapsedInStep(going, 26_000)).toBe(6_000)
  })

  test('or where the clock has come to, as the person chooses', () => {
    const left = asLeft(at, pause)
    expect(catchUp(left, pause, 15_000)).toMatchObject({ step: 1, stepStartedAt: 8_000, leftAt: null })
    expect(elapsedInStep(catchUp(left, pause, 15_000), 15_000)).toBe(7_000)
    expect(catchUp(left, pause, 25_000).end).toBe('finished')
  })

  test('it was seen to move on before it was left', () => {
    expect(asLeft(seen(start(0), 9_000), pause)).toMatchObject({ step: 1, heldSince: 9_000 })
  })
})

describe('tempo', () => {
  const box: Pause = {
    ...pause,
    seconds: 64,
    steps: [
      {
        text: 'box',
        seconds: 64,
        pacer: [
          { way: 'in', seconds: 4 },
          { way: 'hold', seconds: 4 },
          { way: 'out', seconds: 4 },
          { way: 'hold', seconds: 4 },
        ],
      },
    ],
  }

  test.each([
    [{ pace: 1, holds: true }, 64, 4],
    [{ pace: 1.25, holds: true }, 80, 4],
    [{ pace: 0.8, holds: true }, 51.2, 4],
    [{ pace: 1, holds: false }, 32, 2],
  ] as const)('%j takes %s s for as many rounds', (tempo, seconds, movements) => {
    const [step] = inTempo(box, tempo).steps
    expect(step?.seconds).toBeCloseTo(seconds)
    expect(step?.pacer).toHaveLength(movements)
  })

  test('changed on the way, the breath begins anew and nothing that ran is lost', () => {
    const run = start(0, box)
    // One whole round and half of the next.
    const next = atTempo(run, box, { pace: 1.25, holds: true }, 24_000)
    const slower = inTempo(box, next.tempo)
    expect(viewRun(next, slower, 24_000)?.breath).toMatchObject({ way: 'in', left: 5 })
    expect(viewRun(next, slower, 24_000)?.left).toBe(60)
    expect(secondsRun(next, 24_000)).toBe(24)
    expect(advance(next, slower, 24_000 + 60_000).end).toBe('finished')
    expect(secondsRun(advance(next, slower, 84_000), 84_000)).toBe(84)
  })

  test('changed while it is held, it stays held', () => {
    const held = atTempo(hold(start(0, box), 20_000), box, { pace: 1, holds: false }, 90_000)
    expect(elapsedInStep(held, 200_000)).toBe(8_000)
    expect(secondsRun(held, 200_000)).toBe(20)
  })

  test('leaves steps without a pacer alone', () => {
    expect(inTempo(pause, { pace: 1.5, holds: false })).toEqual(pause)
    const changed = atTempo(start(0), pause, { pace: 1.5, holds: false }, 3_000)
    expect(elapsedInStep(changed, 3_000)).toBe(3_000)
  })
})
