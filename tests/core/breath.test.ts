import { describe, expect, test } from 'vitest'
import { pauses } from '../../lib/content/pauses.ts'
import { type Breath, breathAt, breathsAt, roundOf } from '../../lib/core/breath.ts'
import { nextPace, paces, plainTempo, readTempo } from '../../lib/core/tempo.ts'

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
    const box: readonly Breath[] = [
      { way: 'in', seconds: 4 },
      { way: 'hold', seconds: 4 },
      { way: 'out', seconds: 4 },
      { way: 'hold', seconds: 4 },
    ]
    expect(breathAt(box, 6_000)?.full).toBe(1)
    expect(breathAt(box, 14_000)?.full).toBe(0)
  })

  test('a breath on top of another finds room', () => {
    const sigh: readonly Breath[] = [
      { way: 'in', seconds: 3 },
      { way: 'top-up', seconds: 1 },
      { way: 'out', seconds: 8 },
    ]
    expect(breathAt(sigh, 2_999)?.full).toBeCloseTo(0.75, 3)
    expect(breathAt(sigh, 3_000)).toEqual({ way: 'top-up', left: 1, full: 0.75 })
    expect(breathAt(sigh, 3_999)?.full).toBeCloseTo(1, 3)
    expect(breathAt(sigh, 4_000)).toEqual({ way: 'out', left: 8, full: 1 })
  })

  test('one without time shows nothing', () => {
    expect(breathAt([], 100)).toBeNull()
  })
})

describe('over three minutes', () => {
  /** When a screen that draws every `frame` ms first shows each next movement, beside when it is due. */
  const drift = (pacer: readonly Breath[], frame: number): number => {
    const due: number[] = []
    for (let at = 0, place = 0; at < 180_000; place += 1) {
      at += (pacer[place % pacer.length]?.seconds ?? 1) * 1_000
      due.push(at)
    }
    let last = breathAt(pacer, 0)?.way
    let latest = 0
    for (let at = 0; at < 180_000; at += frame) {
      const way = breathAt(pacer, at)?.way
      if (way === last) continue
      last = way
      latest = Math.max(latest, at - (due.shift() ?? 0))
    }
    expect(due.length).toBeLessThanOrEqual(1)
    return latest
  }

  const paced = pauses.flatMap(({ id, steps }) =>
    steps.flatMap(step =>
      'pacer' in step
        ? paces.map(pace => [id, pace, breathsAt(step.pacer, { pace, holds: true })] as const)
        : [],
    ),
  )

  test.each(paced)('%s at pace %s is never more than one picture late', (id, pace, pacer) => {
    const frames = [1000 / 60, 1000 / 30, 17.3]
    const drifts = frames.map(frame => drift(pacer, frame))
    console.log(
      `${id} at ${pace}: latest movement ${drifts.map(late => late.toFixed(1)).join(', ')} ms after it is due, with a picture every ${frames.map(frame => frame.toFixed(1)).join(', ')} ms`,
    )
    for (const [place, late] of drifts.entries()) {
      expect(late).toBeGreaterThanOrEqual(0)
      expect(late).toBeLessThanOrEqual((frames[place] ?? 0) + 0.001)
    }
    expect(Math.max(...drifts)).toBeLessThan(50)
  })
})

describe('the tempo', () => {
  test('stretches movements, and leaves holds out', () => {
    const pacer: readonly Breath[] = [
      { way: 'in', seconds: 4 },
      { way: 'hold', seconds: 7 },
      { way: 'out', seconds: 8 },
    ]
    expect(roundOf(breathsAt(pacer, { pace: 1.5, holds: true }))).toBe(28_500)
    expect(breathsAt(pacer, { pace: 1, holds: false }).map(({ way }) => way)).toEqual(['in', 'out'])
  })

  test('goes a step slower or faster, and stays at its ends', () => {
    expect([nextPace(1, -1), nextPace(1, 1), nextPace(1.5, -1), nextPace(0.8, 1)]).toEqual([
      1.25, 0.8, 1.5, 0.8,
    ])
  })

  test.each([null, 5, {}, { pace: 3, holds: 'no' }])('in %j is the plain one', stored => {
    expect(readTempo(stored)).toEqual(plainTempo)
  })

  test('that was kept comes back', () => {
    expect(readTempo({ pace: 0.8, holds: false })).toEqual({ pace: 0.8, holds: false })
  })
})
