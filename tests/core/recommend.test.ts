import { describe, expect, test } from 'vitest'
import { answerFelt as feltAnswered, newCheckIn } from '../../lib/core/check-in.ts'
import type { OfferRule, Pause } from '../../lib/core/pause.ts'
import type { ListedPause } from '../../lib/core/pause-list.ts'
import { type OfferContext, recommend, weigh } from '../../lib/core/recommend.ts'
import type { Ease } from '../../lib/core/records.ts'

const answers = newCheckIn({ at: 0, zone: 'UTC', day: '1970-01-01' }, { source: 'popup', nudgeId: null })
const answerFelt = (answer: Parameters<typeof feltAnswered>[1]) => ({
  ...answers,
  ...feltAnswered(answers, answer),
})
const clear = answerFelt(8)
const low = answerFelt(2)
const far = { ...clear, far: 2 } as const

type Given = Partial<Omit<ListedPause, 'pause'>> & { readonly seconds?: number }
const pause = (id: string, kind: Pause['kind'], rules: readonly OfferRule[] = [], given: Given = {}) => {
  const { seconds = 20, ...listed } = given
  return {
    pause: { id, kind, seconds, steps: [], rules },
    own: null,
    favourite: false,
    hidden: false,
    ...listed,
  } satisfies ListedPause
}
const ran = (pauseId: string, ease: Ease | null = null) => ({ pauseId, ease })

const context: OfferContext = {
  pauses: [
    pause('look-up', 'out', ['first']),
    pause('window', 'out', ['first']),
    pause('long-exhale', 'breath', ['first', 'inward']),
  ],
  sessions: [],
  past: 'whole',
  settings: { offKinds: [], atMost: null, switchedOn: [] },
  plans: [],
  hour: 12,
  day: 20_000,
  hardWord: false,
  passedOver: [],
}

const chances = Array.from({ length: 60 }, (_, at) => (at + 0.5) / 60)
const offersOf = (given: Partial<OfferContext>, from = clear) =>
  chances.map(chance => recommend(from, { ...context, ...given }, chance))
const offered = (given: Partial<OfferContext>, from = clear) =>
  [...new Set(offersOf(given, from).map(offer => offer?.pauseId ?? 'none'))].sort()
const whyOf = (given: Partial<OfferContext>, from = clear) => {
  const offer = recommend(from, { ...context, ...given }, 0)
  return [offer?.reason, ...(offer?.values ?? [])]
}

/** What is offered one after another when each is passed over, at the first of the rotation. */
const passing = (count: number, given: Partial<OfferContext>, from = clear): readonly string[] => {
  const passedOver: string[] = []
  for (let at = 0; at < count; at += 1)
    passedOver.push(recommend(from, { ...context, ...given, passedOver }, 0)?.pauseId ?? 'none')
  return passedOver
}

describe('outward first', () => {
  const pauses = [
    ...context.pauses,
    pause('notice', 'out', ['inward']),
    pause('hum', 'make'),
    pause('one-line', 'make', ['inward']),
    pause('care', 'do'),
    pause('one-sentence', 'people'),
    pause('rest', 'rest'),
    pause('own', 'own', [], { own: { name: 'Mine', about: null } }),
  ]

  test.each([
    ['far away', far],
    ['far not known at low felt', low],
    ['felt that cannot be told', answerFelt('cant-tell')],
    ['nothing answered', answers],
  ] as const)('%s: only what looks outward is offered first', (_, from) => {
    expect(offered({ pauses }, from)).toEqual(['look-up', 'window'])
  })

  test('far away there is a first choice, unless it ran last, was worse, was passed over, or was put away', () => {
    const rules = ['first', 'far-first'] as const
    const first = pause('look-up', 'out', rules)
    const all = [first, ...pauses.filter(({ pause }) => pause.id !== 'look-up')]
    for (const from of [far, { ...far, far: 3 as const }]) {
      expect(offered({ pauses: all }, from)).toEqual(['look-up'])
      expect(recommend(from, { ...context, pauses: all }, 0.9)).toMatchObject({
        reason: 'reason_far',
        probability: 1,
      })
    }
    expect(recommend(far, { ...context, pauses: all, compare: true }, 0)).not.toHaveProperty('comparable')
    expect(offered({ pauses: all, sessions: [ran('look-up', 'eased')] }, far)).toEqual(['window'])
    expect(offered({ pauses: all, sessions: [ran('window'), ran('look-up', 'worse')] }, far)).toEqual([
      'window',
    ])
    expect(offered({ pauses: all, passedOver: ['look-up'] }, far)).toEqual(['window'])
    const hidden = pause('look-up', 'out', rules, { hidden: true })
    expect(offered({ pauses: [hidden, ...all.slice(1)] }, far)).toEqual(['window'])
    expect(offered({ pauses: all }, { ...far, far: 1 })).not.toEqual(['look-up'])
  })

  test('the reason says so', () => {
    expect(whyOf({ pauses }, far)).toEqual(['reason_far'])
    expect(whyOf({ pauses }, low)).toEqual(['reason_outward'])
    expect(whyOf({ pauses, hardWord: true })).toEqual(['reason_outward'])
  })

  test('where things are near, low felt alone keeps nothing back', () => {
    expect(offered({ pauses, day: 3 }, { ...low, far: 1 })).not.toEqual(['look-up', 'window'])
  })

  test('under “another” the outward ones come first, then do, make and people without inner focus', () => {
    const round = passing(5, { pauses }, far)
    expect(round.slice(0, 2).toSorted()).toEqual(['look-up', 'window'])
    expect(round.slice(2).toSorted()).toEqual(['care', 'hum', 'one-sentence'])
    expect(['look-up', 'window']).toContain(passing(6, { pauses }, far)[5])
  })

  test('after a hard word nothing else comes, under “another” neither', () => {
    expect(new Set(passing(6, { pauses, hardWord: true }))).toEqual(new Set(['look-up', 'window']))
  })

  test('nor where the past cannot be read, since nobody knows what was worse', () => {
    expect(new Set(passing(6, { pauses, past: 'unknown' }))).toEqual(new Set(['look-up', 'window']))
    expect(whyOf({ pauses, past: 'unknown' })).toEqual(['reason_outward'])
  })
})

describe('not while little is felt', () => {
  const pauses = [pause('look-up', 'out', ['first']), pause('savour', 'out', ['first', 'not-low'])]

  test.each([
    ['clear', clear, ['look-up', 'savour']],
    ['a little far', { ...clear, far: 1 }, ['look-up', 'savour']],
    ['far', far, ['look-up']],
    ['low, and near', { ...low, far: 0 }, ['look-up']],
    ['low', low, ['look-up']],
    ['cannot be told', answerFelt('cant-tell'), ['look-up']],
    ['unanswered', { ...answers, far: 0 }, ['look-up']],
  ] as const)('%s', (_, from, expected) => {
    expect(offered({ pauses }, from)).toEqual(expected)
  })

  test('nor after a hard word', () => {
    expect(offered({ pauses, hardWord: true })).toEqual(['look-up'])
  })
})

describe('what was worse', () => {
  test('a kind marked worse last is left out, until it was marked otherwise', () => {
    const worse = ran('long-exhale', 'worse')
    expect(offered({ sessions: [ran('x'), worse] })).toEqual(['look-up', 'window'])
    expect(offered({ sessions: [ran('x'), ran('long-exhale', 'eased'), worse] })).toContain('long-exhale')
    expect(offered({ sessions: [ran('x'), ran('long-exhale'), worse] })).not.toContain('long-exhale')
  })

  test('so is one that the person wrote, and a kind by one that is hidden now', () => {
    const mine = pause('mine', 'own', ['first'], { own: { name: 'Mine', about: null } })
    expect(
      offered({ pauses: [...context.pauses, mine], sessions: [ran('x'), ran('mine', 'worse')] }),
    ).not.toContain('mine')
    const sigh = pause('sigh', 'breath', [], { hidden: true })
    expect(offered({ pauses: [...context.pauses, sigh], sessions: [ran('sigh', 'worse')] })).not.toContain(
      'long-exhale',
    )
  })

  test('looking outward stays, without the one that was worse while there is another', () => {
    const sessions = [ran('x'), ran('look-up', 'worse')]
    expect(offered({ sessions })).toEqual(['long-exhale', 'window'])
    expect(offered({ sessions }, low)).toEqual(['window'])
    expect(offered({ sessions: [...sessions, ran('window', 'worse')] }, low)).toEqual(['look-up', 'window'])
    expect(offered({ sessions: [ran('x'), ran('look-up', 'same'), ran('look-up', 'worse')] }, low)).toContain(
      'look-up',
    )
  })

  test('another that is hidden is none', () => {
    const pauses = [pause('look-up', 'out'), pause('window', 'out', [], { hidden: true })]
    expect(offered({ pauses, sessions: [ran('x'), ran('look-up', 'worse')] })).toEqual(['look-up'])
  })
})

describe('what the person set', () => {
  test('hidden pauses and kinds that are off are not offered; looking outward cannot be off', () => {
    const pauses = [...context.pauses, pause('hum', 'make', [], { hidden: true })]
    const settings = { ...context.settings, offKinds: ['breath', 'out'] as const }
    expect(offered({ pauses, settings })).toEqual(['look-up', 'window'])
  })

  test('some are offered only once they are switched on, some never', () => {
    const pauses = [
      pause('look-up', 'out', ['first']),
      pause('let-it-be', 'think', ['first', 'picked']),
      pause('quiet-pause', 'rest', ['first', 'comparison']),
      pause('body-signals', 'body', ['first', 'switched-on']),
    ]
    expect(offered({ pauses })).toEqual(['look-up'])
    const switchedOn = ['body-signals', 'let-it-be', 'quiet-pause']
    expect(offered({ pauses, settings: { ...context.settings, switchedOn } })).toEqual([
      'body-signals',
      'look-up',
    ])
  })

  test('long ones are left out, unless nothing else is left', () => {
    const pauses = [
      pause('look-up', 'out', ['first'], { seconds: 31 }),
      pause('hum', 'make', ['first'], { seconds: 30 }),
      pause('move', 'do', ['first'], { seconds: 180 }),
    ]
    const settings = { ...context.settings, atMost: 30 }
    expect(offered({ pauses, settings })).toEqual(['hum'])
    expect(offered({ pauses, settings }, far)).toEqual(['look-up'])
  })
})

test.each([
  [6, false],
  [7, true],
  [21, true],
  [22, false],
  [0, false],
])('at %i people and going out are offered: %s', (hour, day) => {
  const pauses = [
    pause('look-up', 'out', ['first']),
    pause('meet', 'people', ['first']),
    pause('go-out', 'do', ['first', 'by-day']),
  ]
  expect(offered({ pauses, hour })).toEqual(day ? ['go-out', 'look-up', 'meet'] : ['look-up'])
})

describe('a plan', () => {
  const plans = [{ pauseId: 'long-exhale', label: 'work' }]

  test('comes first, for sure, and is named', () => {
    expect(new Set(offersOf({ plans }).map(offer => JSON.stringify(offer)))).toEqual(
      new Set([
        JSON.stringify({ pauseId: 'long-exhale', reason: 'reason_plan', values: ['work'], probability: 1 }),
      ]),
    )
  })

  test('keeps to the rules, and the next one holds then', () => {
    expect(offered({ plans }, far)).toEqual(['look-up', 'window'])
    expect(offered({ plans, hardWord: true })).toEqual(['look-up', 'window'])
    expect(offered({ plans: [...plans, { pauseId: 'window', label: 'screen' }] }, far)).toEqual(['window'])
    expect(whyOf({ plans: [{ pauseId: 'of-a-newer-thaw', label: 'work' }, ...plans] })[0]).toBe('reason_plan')
    const picked = [...context.pauses, pause('let-it-be', 'think', ['picked'])]
    expect(offered({ pauses: picked, plans: [{ pauseId: 'let-it-be', label: 'work' }] })).not.toContain(
      'let-it-be',
    )
  })

  test('holds for a long pause, and for the one that was just done', () => {
    const pauses = [...context.pauses, pause('walk', 'do', [], { seconds: 300 })]
    const settings = { ...context.settings, atMost: 60 }
    const walk = [{ pauseId: 'walk', label: 'work' }]
    expect(offered({ pauses, settings, plans: walk })).toEqual(['walk'])
    expect(offered({ plans, sessions: [ran('long-exhale')] })).toEqual(['long-exhale'])
  })

  test('that was passed over is passed over, until the round begins anew', () => {
    expect(passing(4, { plans })[0]).toBe('long-exhale')
    expect(passing(3, { plans }).slice(1)).not.toContain('long-exhale')
    expect(passing(4, { plans })[3]).toBe('long-exhale')
  })

  test('comes under “another” after what looks outward', () => {
    const pauses = [...context.pauses, pause('hum', 'make'), pause('care', 'do')]
    const hum = [{ pauseId: 'hum', label: 'work' }]
    expect(passing(3, { pauses, plans: hum }, far)[2]).toBe('hum')
  })
})

describe('one after another', () => {
  test('“another” goes round all that are left, then begins again with another one', () => {
    const round = passing(9, {})
    for (const at of [0, 3, 6]) expect(round.slice(at, at + 3).toSorted()).toEqual(offered({}))
    expect(round[3]).not.toBe(round[2])
    expect(round[6]).not.toBe(round[5])
  })

  test('with one pause alone, that one comes again', () => {
    expect(passing(3, { pauses: [pause('look-up', 'out')] })).toEqual(['look-up', 'look-up', 'look-up'])
  })

  test('not the one that was done last, while there is another', () => {
    expect(offered({ sessions: [ran('window'), ran('look-up')] })).toEqual(['long-exhale', 'look-up'])
    expect(offered({ pauses: [pause('window', 'out')], sessions: [ran('window')] })).toEqual(['window'])
  })

  test('without a pause that the rules allow there is no offer', () => {
    expect(recommend(answers, { ...context, pauses: [pause('long-exhale', 'breath')] }, 0)).toBeNull()
    expect(recommend(clear, { ...context, pauses: [] }, 0)).toBeNull()
  })
})

describe('the choice', () => {
  test('is even, and says with which probability', () => {
    expect(offered({})).toEqual(['long-exhale', 'look-up', 'window'])
    expect(recommend(clear, context, 0.5)?.probability).toBeCloseTo(1 / 3)
    expect(weigh(context.pauses, context)).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  test.each([1, 2, 3, 5])('of %i gives each its share of the chances, up to the last', count => {
    const pauses = Array.from({ length: count }, (_, at) => pause(`p${at}`, 'out', ['first']))
    const counts = Map.groupBy(offersOf({ pauses }), offer => offer?.pauseId)
    expect([...counts.values()].map(offers => offers.length)).toEqual(Array(count).fill(60 / count))
    expect(recommend(clear, { ...context, pauses }, 1 - Number.EPSILON / 2)).not.toBeNull()
  })
})

describe('the reason', () => {
  const only = (given: Given = {}) => [pause('long-exhale', 'breath', [], given)]
  const eased = ran('long-exhale', 'eased')
  const same = ran('long-exhale', 'same')

  test.each([
    ['never done', [], ['reason_new']],
    ['done before', [ran('long-exhale')], ['reason_known']],
    ['eased once', [eased], ['reason_known']],
    ['eased twice, once not', [eased, same, eased, ran('long-exhale')], ['reason_eased', 2, 3]],
    ['eased half of the time', [eased, same, eased, same], ['reason_eased', 2, 4]],
    ['eased less often', [eased, same, eased, same, same], ['reason_known']],
  ] as const)('%s', (_, sessions, expected) => {
    expect(whyOf({ pauses: only(), sessions })).toEqual(expected)
  })

  test('a favourite is one, and an own one', () => {
    expect(whyOf({ pauses: only({ favourite: true }), sessions: [eased, eased] })).toEqual([
      'reason_favourite',
    ])
    const own = { own: { name: 'Mine', about: null } }
    expect(whyOf({ pauses: only(own) })).toEqual(['reason_own'])
    expect(whyOf({ pauses: only(own), sessions: [eased, eased] })).toEqual(['reason_eased', 2, 2])
  })

  test('nothing is called new where the past is longer than what is known of it', () => {
    expect(whyOf({ pauses: only(), past: 'latest' })).toEqual(['reason_not_lately'])
  })
})
