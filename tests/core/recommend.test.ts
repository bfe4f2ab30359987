import { describe, expect, test } from 'vitest'
import { answerFelt as feltAnswered, newCheckIn } from '../../lib/core/check-in.ts'
import type { Pause } from '../../lib/core/pause.ts'
import { type OfferContext, recommend } from '../../lib/core/recommend.ts'
import type { Session } from '../../lib/core/records.ts'

const moment = { at: 0, zone: 'UTC', day: '1970-01-01' }
const answers = newCheckIn(moment, { source: 'popup', nudgeId: null })
const answerFelt = (fields: typeof answers, answer: Parameters<typeof feltAnswered>[1]) => ({
  ...fields,
  ...feltAnswered(fields, answer),
})
const clear = answerFelt(answers, 8)
const pause = (id: string, kind: Pause['kind']): Pause => ({ id, kind, seconds: 20, steps: [] })
const pauses = [pause('look-up', 'out'), pause('window', 'out'), pause('long-exhale', 'breath')]
const session = (pauseId: string, ease: Session['ease']): Session => ({
  ...moment,
  id: `${pauseId}-${ease}`,
  updatedAt: 0,
  origin: 'own',
  pauseId,
  checkInId: null,
  before: null,
  after: null,
  ease,
  completed: true,
  seconds: 20,
  probability: null,
  reason: null,
})
const context: OfferContext = { pauses, sessions: [], hardWord: false, passedOver: [] }
const offered = (given: Partial<OfferContext>, from = clear) =>
  new Set([0, 0.2, 0.5, 0.7, 0.99].map(chance => recommend(from, { ...context, ...given }, chance)?.pauseId))

describe('the rules', () => {
  test('far away, only outward pauses are offered, and the reason says so', () => {
    const away = { ...clear, far: 2 } as const
    expect(offered({}, away)).toEqual(new Set(['look-up', 'window']))
    expect(recommend(away, context, 0)?.reason).toBe('reason_far')
  })

  test('where far is not known at low felt, outward comes first', () => {
    expect(offered({}, answerFelt(answers, 2))).toEqual(new Set(['look-up', 'window']))
    expect(recommend(answers, context, 0)?.reason).toBe('reason_outward')
  })

  test('after a hard word the offer looks outward', () => {
    expect(offered({ hardWord: true })).toEqual(new Set(['look-up', 'window']))
  })

  test('a kind marked worse last is left out, until it was marked otherwise', () => {
    expect(offered({ sessions: [session('long-exhale', 'worse')] })).toEqual(new Set(['look-up', 'window']))
    const since = [session('long-exhale', 'eased'), session('long-exhale', 'worse')]
    expect(offered({ sessions: since })).toContain('long-exhale')
  })

  test('looking outward always stays', () => {
    expect(offered({ sessions: [session('look-up', 'worse')] })).toContain('look-up')
    expect(offered({ sessions: [session('look-up', 'worse')] }, answers)).toContain('look-up')
  })
})

describe('the choice', () => {
  test('is even, and says with which probability', () => {
    expect(offered({})).toEqual(new Set(['look-up', 'window', 'long-exhale']))
    expect(recommend(clear, context, 0.5)?.probability).toBeCloseTo(1 / 3)
  })

  test('"another" goes round all that are left, then begins again', () => {
    expect(offered({ passedOver: ['look-up', 'window'] })).toEqual(new Set(['long-exhale']))
    expect(offered({ passedOver: pauses.map(({ id }) => id) }).size).toBe(3)
  })

  test('says "new to you" of a pause without a session, and nothing it does not know', () => {
    const known = [session('long-exhale', 'same')]
    const only = { ...context, pauses: [pause('long-exhale', 'breath')] }
    expect(recommend(clear, only, 0)?.reason).toBe('reason_new')
    expect(recommend(clear, { ...only, sessions: known }, 0)?.reason).toBeNull()
  })

  test('without a pause that the rules allow there is no offer', () => {
    expect(recommend(answers, { ...context, pauses: [pause('long-exhale', 'breath')] }, 0)).toBeNull()
  })
})
