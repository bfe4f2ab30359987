import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pauses as catalogue } from '../../lib/content/pauses.ts'
import type { Pause } from '../../lib/core/pause.ts'
import type { ListedPause } from '../../lib/core/pause-list.ts'
import type { Ease } from '../../lib/core/records.ts'
import { rotationOf } from '../../lib/core/rotation.ts'
import { lawRuns, lawSeed } from '../support/law-runs.ts'

const seed = lawSeed('rotation')

const eight = [
  'look-up',
  'three-things',
  'window',
  'long-exhale',
  'shoulders',
  'stand-and-move',
  'self-kindness',
  'one-small-thing',
]

const listed = (favourites: readonly string[] = []): readonly ListedPause[] =>
  catalogue.map((pause: Pause) => ({
    pause,
    own: null,
    favourite: favourites.includes(pause.id),
    hidden: false,
  }))
const ran = (pauseId: string, ease: Ease | null = null) => ({ pauseId, ease })
const idsOf = (rotation: readonly ListedPause[]) => rotation.map(({ pause }) => pause.id)
const rotation = (
  sessions: readonly ReturnType<typeof ran>[] = [],
  day = 20_000,
  favourites: readonly string[] = [],
) => idsOf(rotationOf(listed(favourites), { sessions, day }))

describe('the rotation', () => {
  test('starts from the eight', () => {
    expect(rotation()).toHaveLength(5)
    expect(eight).toEqual(expect.arrayContaining(rotation()))
  })

  test('moves on over days, so that each of the eight has its turn, and is the same all day', () => {
    const days = Array.from({ length: 30 }, (_, at) => rotation([], 20_000 + at))
    expect(new Set(days.flat())).toEqual(new Set(eight))
    expect(rotation([], 20_007)).toEqual(days[7])
  })

  test('keeps what was marked “eased” most, and one that is new', () => {
    const best = ['hum', 'care', 'listen', 'sigh'].flatMap(id => [ran(id, 'eased'), ran(id, 'eased')])
    const found = rotation([...best, ran('box', 'same'), ran('doodle', 'eased'), ran('doodle', 'same')])
    expect(found.slice(0, 4).toSorted()).toEqual(['care', 'hum', 'listen', 'sigh'])
    expect(eight).toContain(found[4])
  })

  test('keeps favourites, done or not, and leaves a place for one that is new', () => {
    expect(rotation([], 20_000, ['hum', 'box']).slice(0, 2).toSorted()).toEqual(['box', 'hum'])
    const six = ['hum', 'box', 'sigh', 'care', 'listen', 'boundary']
    const days = Array.from({ length: 30 }, (_, at) => rotation([], 20_000 + at, six))
    for (const day of days) expect(day.filter(id => six.includes(id))).toHaveLength(4)
    expect(new Set(days.flatMap(day => day.slice(0, 4)))).toEqual(new Set(six))
  })

  test('has something beyond the eight once all of those were done', () => {
    const done = eight.map(id => ran(id))
    const days = Array.from({ length: 60 }, (_, at) => rotation(done, 20_000 + at))
    for (const day of days) expect(day.filter(id => !eight.includes(id))).toHaveLength(1)
    expect(new Set(days.flat()).size).toBeGreaterThan(20)
  })

  test('has only what was done where nothing is new', () => {
    expect(rotation(catalogue.map(({ id }) => ran(id)))).toHaveLength(5)
  })
})

const ids = catalogue.map(({ id }): string => id)
const someIds = (most: number) => fc.subarray(ids, { maxLength: most })

test('holds to five, keeps favourites, and has one place for what is new, whatever was done and liked', () => {
  const states = fc.record({
    pool: someIds(40),
    favourites: someIds(8),
    sessions: fc.array(
      fc.record({
        pauseId: fc.constantFrom(...ids),
        ease: fc.constantFrom<(Ease | null)[]>('eased', 'same', 'worse', null),
      }),
      { maxLength: 60 },
    ),
    day: fc.integer({ min: 0, max: 40_000 }),
  })
  fc.assert(
    fc.property(states, ({ pool, favourites, sessions, day }) => {
      const all = listed(favourites).filter(({ pause }) => pool.includes(pause.id))
      const found = idsOf(rotationOf(all, { sessions, day }))
      const liked = pool.filter(id => favourites.includes(id))
      const done = (id: string) => sessions.some(({ pauseId }) => pauseId === id)
      const isNew = (id: string) => !done(id) && !liked.includes(id)

      expect(found.length).toBeLessThanOrEqual(5)
      expect(found.length > 0).toBe(pool.length > 0)
      expect(new Set(found).size).toBe(found.length)
      expect(pool).toEqual(expect.arrayContaining(found))
      // The order in which they come changes nothing.
      expect(idsOf(rotationOf(all.toReversed(), { sessions, day }))).toEqual(found)

      // One is new where there is one; beyond the eight, one alone.
      expect(found.some(isNew)).toBe(pool.some(isNew))
      expect(found.filter(id => isNew(id) && !eight.includes(id)).length).toBeLessThanOrEqual(1)

      const places = pool.some(isNew) ? 4 : 5
      expect(found.filter(id => liked.includes(id)).length).toBeGreaterThanOrEqual(
        Math.min(places, liked.length),
      )

      // None that was eased more often stays outside for one that was eased less often.
      const share = (id: string) => {
        const marks = sessions.filter(({ pauseId, ease }) => pauseId === id && ease !== null)
        return (marks.filter(({ ease }) => ease === 'eased').length + 1) / (marks.length + 2)
      }
      const worst = Math.min(...found.filter(id => done(id) && !liked.includes(id)).map(share))
      const outside = pool.filter(id => !found.includes(id) && !liked.includes(id) && done(id))
      for (const id of outside) expect(share(id)).toBeLessThanOrEqual(worst)
    }),
    { seed, numRuns: lawRuns() },
  )
})
