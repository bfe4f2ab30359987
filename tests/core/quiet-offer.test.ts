import { describe, expect, test } from 'vitest'
import { newCheckIn } from '../../lib/core/check-in.ts'
import type { ListedPause } from '../../lib/core/pause-list.ts'
import { mayBeQuiet, type QuietContext } from '../../lib/core/quiet-offer.ts'
import { type OfferContext, recommend } from '../../lib/core/recommend.ts'

const listed = (id: string, kind: ListedPause['pause']['kind'], rules: ListedPause['pause']['rules']) => ({
  pause: { id, kind, seconds: 30, steps: [], rules },
  own: null,
  favourite: false,
  hidden: false,
})
const quiet = listed('quiet-pause', 'rest', ['comparison'])
const hum = listed('hum', 'make', ['first'])
const timer = listed('silent-timer', 'rest', [])

const answers = {
  ...newCheckIn({ at: 0, zone: 'UTC', day: '1970-01-01' }, { source: 'popup', nudgeId: null }),
  felt: 6,
} as const
const context: QuietContext = {
  compare: true,
  pauses: [quiet, hum, timer].map(({ pause }) => pause),
  sessions: [],
  past: 'whole',
  settings: { offKinds: [] },
  hardWord: false,
  passedOver: [],
}
const may = (given: Partial<QuietContext> = {}, from: Parameters<typeof mayBeQuiet>[1] = answers) =>
  mayBeQuiet(quiet, from, { ...context, ...given })
const marked = (pauseId: string, ease: 'worse' | 'eased' | null) => ({ pauseId, ease })

describe('a quiet pause', () => {
  test('may come after a yes', () => {
    expect(may()).toBe(true)
    expect(may({ compare: false })).toBe(false)
  })

  test('never comes when far away, nor where that is not known while little is felt', () => {
    for (const far of [2, 3] as const) expect(may({}, { ...answers, far })).toBe(false)
    expect(may({}, { ...answers, felt: 2 })).toBe(false)
    expect(may({}, { ...answers, felt: null })).toBe(false)
    expect(may({}, { ...answers, felt: 2, far: 0 })).toBe(true)
  })

  test('nor after “worse”, after a hard word, as another, or where rest is not offered', () => {
    expect(may({ sessions: [marked('hum', null), marked('hum', 'worse')] })).toBe(false)
    expect(may({ sessions: [marked('hum', 'eased'), marked('hum', 'worse')] })).toBe(true)
    expect(may({ sessions: [marked('hum', 'eased'), marked('silent-timer', 'worse')] })).toBe(false)
    expect(may({ hardWord: true })).toBe(false)
    expect(may({ passedOver: ['hum'] })).toBe(false)
    expect(may({ settings: { offKinds: ['rest'] } })).toBe(false)
    expect(may({ past: 'unknown' })).toBe(false)
    expect(mayBeQuiet({ ...quiet, hidden: true }, answers, context)).toBe(false)
  })
})

describe('the offer', () => {
  const offers: OfferContext = {
    ...context,
    pauses: [quiet, hum, timer],
    settings: { offKinds: [], atMost: null, switchedOn: [] },
    plans: [],
    hour: 12,
    day: 20_000,
  }

  test('is quiet in one of five, says why, and every offer that could have been says that it can be compared', () => {
    const all = Array.from({ length: 100 }, (_, at) => recommend(answers, offers, at / 100))
    expect(all.filter(offer => offer?.pauseId === 'quiet-pause')).toHaveLength(20)
    expect(all[0]).toEqual({
      pauseId: 'quiet-pause',
      reason: 'reason_compare',
      values: [],
      probability: 0.2,
      comparable: true,
    })
    expect(all[50]).toMatchObject({ probability: 0.4, comparable: true })
    expect(recommend(answers, { ...offers, compare: false }, 0)).not.toHaveProperty('comparable')
  })

  test('of a plan comes before it, and is not compared', () => {
    const plans = [{ pauseId: 'hum', label: 'work' }]
    expect(recommend(answers, { ...offers, plans }, 0)).toEqual({
      pauseId: 'hum',
      reason: 'reason_plan',
      values: ['work'],
      probability: 1,
    })
  })
})
