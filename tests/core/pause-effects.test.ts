/** What is learnt of pauses: adjusted for how it was before, drawn together, the newest first, and by situation where that carries. */
import { describe, expect, test } from 'vitest'
import { type Heard, pauseEffects } from '../../lib/core/pause-effects.ts'
import type { Felt } from '../../lib/core/records.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { situationOf } from '../../lib/core/situation.ts'

const heard = (pauseId: string, change: number | null, more: Partial<Heard> = {}): Heard => ({
  pauseId,
  before: 4,
  after: change === null ? null : ((4 + change) as Felt),
  ease: null,
  probability: 0.2,
  situation: null,
  ...more,
})
const times = (count: number, make: (at: number) => Heard) =>
  Array.from({ length: count }, (_, at) => make(at))

test('a pause after which more was felt stands above the others, and one never done between them', () => {
  const effectOf = pauseEffects(
    'more',
    [...times(10, () => heard('a', 2)), ...times(10, () => heard('b', 0))],
    null,
  )
  const [a, b, never] = ['a', 'b', 'c'].map(effectOf)
  expect(a?.mean).toBeGreaterThan((b?.mean ?? 0) + 1)
  expect(never?.mean).toBeCloseTo(0, 6)
  expect(never?.sd).toBeGreaterThan(a?.sd ?? 0)
})

test('without anything known all are alike, and no number is none', () => {
  for (const sessions of [[], [heard('a', null)], [heard('a', 0)], times(30, () => heard('a', 0))])
    for (const goal of ['more', 'lighter', 'rest'] as const) {
      const { mean, sd } = pauseEffects(goal, sessions, situationOf(12, 0, null))('a')
      expect(mean).toBeCloseTo(0, 6)
      expect(sd).toBeGreaterThan(0)
    }
})

test('to feel lighter learns from the marks alone, to feel more from felt alone', () => {
  const sessions = [
    ...times(10, () => heard('a', 3, { ease: 'worse' })),
    ...times(10, () => heard('b', -3, { ease: 'eased' })),
  ]
  const more = pauseEffects('more', sessions, null)
  const lighter = pauseEffects('lighter', sessions, null)
  expect(more('a').mean).toBeGreaterThan(more('b').mean)
  expect(lighter('a').mean).toBeLessThan(lighter('b').mean)
})

test('a pause that is started when low is not given credit for drifting back', () => {
  const chance = seeded(5)
  const drifting = (pauseId: string, low: boolean): Heard => {
    const before = chance.whole(low ? 0 : 5, low ? 4 : 9)
    const after = Math.round(5 + 0.3 * (before - 5) + chance.normal() * 0.5)
    return heard(pauseId, 0, { before: before as Felt, after: after as Felt })
  }
  const sessions = times(200, at => drifting(at % 2 ? 'low' : 'high', at % 2 === 1))
  const naive = (id: string) => {
    const own = sessions.filter(({ pauseId }) => pauseId === id)
    return own.reduce((sum, { before, after }) => sum + (after ?? 0) - (before ?? 0), 0) / own.length
  }
  expect(naive('low') - naive('high')).toBeGreaterThan(2)
  const effectOf = pauseEffects('more', sessions, null)
  expect(Math.abs(effectOf('low').mean - effectOf('high').mean)).toBeLessThan(0.6)
})

test('what a pause did lately outweighs what it did long ago', () => {
  const faded = [...times(20, () => heard('a', 0)), ...times(20, () => heard('a', 3))]
  const grown = faded.toReversed()
  const others = times(20, () => heard('b', 1))
  const [was, is] = [faded, grown].map(own => {
    const effectOf = pauseEffects('more', [...own, ...others], null)
    return effectOf('a').mean - effectOf('b').mean
  })
  expect(is).toBeGreaterThan((was ?? 0) + 0.5)
})

test('one that far off counts no more than one that is rather far off', () => {
  const usual = times(30, at => heard('a', at % 2))
  const off = pauseEffects('more', [heard('a', 6), ...usual, ...times(30, () => heard('b', 0))], null)('a')
  const on = pauseEffects('more', [heard('a', 4), ...usual, ...times(30, () => heard('b', 0))], null)('a')
  expect(off.mean - on.mean).toBeLessThan(0.03)
})

test('what the person picked counts half of what chance chose', () => {
  const others = times(10, () => heard('b', 0))
  const sdOf = (probability: number | null) =>
    pauseEffects('more', [...times(10, at => heard('a', at % 3, { probability })), ...others], null)('a').sd
  expect(sdOf(null)).toBeGreaterThan(sdOf(0.5))
  expect(sdOf(1)).toBe(sdOf(null))
})

describe('quiet pauses', () => {
  const pauses = times(20, at => heard('a', at % 2))

  test('that chance offered are what the others are held against', () => {
    const quiet = times(20, () => heard('quiet-pause', 1, { comparable: true }))
    const alone = pauseEffects('more', pauses, null)('a').mean
    const against = pauseEffects('more', [...pauses, ...quiet], null)('a').mean
    expect(alone).toBeCloseTo(0, 6)
    expect(against).toBeLessThan(-0.3)
  })

  test('that the person started are no comparison', () => {
    const quiet = times(20, () => heard('quiet-pause', 4, { probability: null }))
    expect(pauseEffects('more', [...quiet, ...pauses], null)('a')).toEqual(
      pauseEffects('more', pauses, null)('a'),
    )
  })
})

describe('the situation', () => {
  const [noon, evening] = [situationOf(12, 0, null), situationOf(19, 0, null)]
  const lives = (evenings: number) => {
    const chance = seeded(11)
    return times(160, at => {
      const situation = at % 4 < 2 ? noon : evening
      const gain = at % 2 === 0 ? 0 : situation === evening ? evenings : 0
      return heard(at % 2 === 0 ? 'a' : 'b', Math.round(gain + chance.normal()), { situation })
    })
  }

  test('has a say where a pause does much more in one than in another', () => {
    const [now, later] = [noon, evening].map(one => pauseEffects('more', lives(4), one)('b').mean)
    expect(later).toBeGreaterThan((now ?? 0) + 1)
  })

  test('has none where the sessions do not carry it', () => {
    const [now, later] = [noon, evening].map(one => pauseEffects('more', lives(0), one)('b'))
    expect(later).toEqual(now)
  })
})
