/** The laws of the offer, over the real catalogue and own pauses: what is never offered, in which order, and that each reason is true. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pauses as catalogue } from '../../lib/content/pauses.ts'
import type { Answers } from '../../lib/core/check-in.ts'
import type { Offer } from '../../lib/core/offer.ts'
import type { Pause } from '../../lib/core/pause.ts'
import { type Heard, pauseEffects } from '../../lib/core/pause-effects.ts'
import { pauseKinds } from '../../lib/core/pause-kinds.ts'
import { type ListedPause, ownPause } from '../../lib/core/pause-list.ts'
import { type OfferContext, recommend, stillFits } from '../../lib/core/recommend.ts'
import type { Ease, Far, Felt } from '../../lib/core/records.ts'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { lawRuns, lawSeed } from '../support/law-runs.ts'

const seed = lawSeed('recommend-laws')

type State = { readonly answers: Answers; readonly context: OfferContext; readonly chance: number }

const own = [20, 45, 200].map((seconds, at) => ({
  pause: ownPause(`own-${at}`, [{ text: 'step', seconds }]),
  own: { name: `Mine ${at}`, about: null },
}))
const all = [...catalogue.map((pause: Pause) => ({ pause, own: null })), ...own]
const ids = all.map(({ pause }) => pause.id)
const outIds = catalogue.filter(({ kind }) => kind === 'out').map(({ id }) => id)

const someId = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ids) },
  { weight: 3, arbitrary: fc.constantFrom<string[]>(...outIds) },
  { weight: 1, arbitrary: fc.constant('of-a-newer-thaw') },
)
const someIds = (most: number) => fc.uniqueArray(someId, { maxLength: most })

const answersState = fc.record({
  felt: fc.option(fc.integer({ min: 0, max: 10 }).map(felt => felt as Felt)),
  far: fc.option(fc.integer({ min: 0, max: 3 }).map(far => far as Far)),
  cannotTell: fc.boolean(),
})

/** Passed over as it comes about: rounds of much or little, each in any order. */
const passed = fc.oneof(
  fc.constant([]),
  someIds(6),
  someIds(30),
  fc
    .tuple(fc.shuffledSubarray(ids, { minLength: 20 }), fc.shuffledSubarray(ids))
    .map(([one, other]) => [...one, ...other]),
)

/** What was learnt has a past of its own here, so that every state of the one meets every state of the other. */
const rating = fc.option(fc.integer({ min: 0, max: 10 }).map(felt => felt as Felt))
const heard: fc.Arbitrary<Heard> = fc.record({
  pauseId: someId,
  before: rating,
  after: rating,
  ease: fc.constantFrom<(Ease | null)[]>('eased', 'same', 'worse', null),
  probability: fc.option(fc.double({ min: 0.02, max: 1, noNaN: true })),
  situation: fc.constant(null),
})

const states: fc.Arbitrary<State> = fc
  .record({
    answers: answersState,
    hidden: fc.oneof(someIds(5), fc.shuffledSubarray(ids, { minLength: 20 })),
    favourites: someIds(8),
    sessions: fc.array(
      fc.record({ pauseId: someId, ease: fc.constantFrom<(Ease | null)[]>('eased', 'same', 'worse', null) }),
      { maxLength: 25 },
    ),
    past: fc.constantFrom<OfferContext['past'][]>('whole', 'whole', 'latest', 'unknown'),
    offKinds: fc.subarray([...pauseKinds]),
    atMost: fc.constantFrom(null, null, 30, 60, 120),
    switchedOn: someIds(4),
    plans: fc.array(fc.record({ pauseId: someId, label: fc.constantFrom('work', '9:00', 'numb') }), {
      maxLength: 3,
    }),
    hour: fc.integer({ min: 0, max: 23 }),
    day: fc.integer({ min: 0, max: 40_000 }),
    hardWord: fc.constantFrom(false, false, false, true),
    passedOver: passed,
    compare: fc.boolean(),
    learning: fc.option(fc.array(heard, { maxLength: 12 }), { freq: 1 }),
    ranNow: fc.option(someId),
    chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    // Few of these at a time leave room for the other rules.
    plain: fc.boolean(),
  })
  .map(
    ({
      answers: { felt, far, cannotTell },
      hidden,
      favourites,
      plain,
      offKinds,
      atMost,
      switchedOn,
      learning,
      ranNow,
      ...given
    }) => ({
      answers: {
        felt: cannotTell ? null : felt,
        far,
        cantTell: cannotTell ? ['felt'] : [],
        words: [],
      },
      context: {
        ...given,
        ...(learning && { learnt: { effectOf: pauseEffects('more', learning, null), ranNow } }),
        pauses: all.map(one => ({
          ...one,
          favourite: favourites.includes(one.pause.id),
          hidden: hidden.includes(one.pause.id),
        })),
        settings: { offKinds: plain ? [] : offKinds, atMost, switchedOn },
        plans: plain ? [] : given.plans,
        sessions: given.past === 'unknown' ? [] : given.sessions,
      },
      chance: given.chance,
    }),
  )

const latestMark = ({ context }: State, test: (id: string) => boolean): Ease | null =>
  context.sessions.find(({ pauseId, ease }) => ease !== null && test(pauseId))?.ease ?? null
const kindOf = (id: string) => all.find(({ pause }) => pause.id === id)?.pause.kind

const isFar = ({ answers }: State) => answers.far === 2 || answers.far === 3
const isLow = ({ answers }: State) => answers.felt === null || answers.felt < 4
/** Principle 3, without the words and the past. */
const isOutwardFirst = (state: State) => isFar(state) || (state.answers.far === null && isLow(state))
const isOutwardAlone = ({ context }: State) => context.hardWord || context.past === 'unknown'

/** Why no quiet pause may come; null where it may. */
const quietForbiddenBy = (state: State): string | null => {
  const { context } = state
  if (!context.compare) return 'not asked for'
  if (isOutwardFirst(state) || isOutwardAlone(state) || isFar(state)) return 'outward'
  if (context.passedOver.length > 0) return 'not the first'
  if (context.settings.offKinds.includes('rest')) return 'off'
  if (latestMark(state, () => true) === 'worse') return 'after worse'
  return latestMark(state, id => kindOf(id) === 'rest') === 'worse' ? 'worse' : null
}

/** Why the rules forbid a pause; null where they do not. What was worse among those that look outward comes apart. */
const forbiddenBy = (state: State, { pause, hidden }: ListedPause): string | null => {
  const { context } = state
  const has = (rule: Pause['rules'][number]) => pause.rules.includes(rule)
  const outward = isOutwardFirst(state) || isOutwardAlone(state)
  const night = context.hour < 7 || context.hour > 21
  if (hidden) return 'hidden'
  if (has('picked')) return 'never offered'
  if (has('comparison')) return quietForbiddenBy(state)
  if (has('switched-on') && !context.settings.switchedOn.includes(pause.id)) return 'not switched on'
  if (has('not-low') && (isLow(state) || isFar(state) || context.hardWord)) return 'not low'
  if (night && (has('by-day') || pause.kind === 'people')) return 'night'
  if (outward && has('inward')) return 'inward'
  if (pause.kind === 'out') return null
  if (context.settings.offKinds.includes(pause.kind)) return 'off'
  if (latestMark(state, id => kindOf(id) === pause.kind) === 'worse') return 'worse'
  if (isOutwardAlone(state)) return 'outward alone'
  if (outward && context.passedOver.length === 0) return 'outward first'
  if (outward && !['do', 'make', 'people'].includes(pause.kind)) return 'outward or small'
  return null
}

const allowedIn = (state: State): readonly ListedPause[] => {
  const free = state.context.pauses.filter(listed => forbiddenBy(state, listed) === null)
  const wasWorse = ({ pause }: ListedPause) =>
    pause.kind === 'out' && latestMark(state, id => id === pause.id) === 'worse'
  const better = free.filter(({ pause }) => pause.kind === 'out').some(listed => !wasWorse(listed))
  return free.filter(listed => !better || !wasWorse(listed))
}

/** It comes between the others, and not in their turn. */
const isQuiet = ({ pause }: ListedPause) => pause.rules.includes('comparison')

const inTimeOf = (state: State, pauses: readonly ListedPause[]): readonly ListedPause[] => {
  const { atMost } = state.context.settings
  const short = pauses.filter(({ pause }) => atMost === null || pause.seconds <= atMost)
  return short.length > 0 ? short : pauses
}

const timesPassed = ({ context }: State, { pause }: ListedPause) =>
  context.passedOver.filter(id => id === pause.id).length

/** Draws states, and checks what is offered; a law says nothing of states in which nothing is. */
const holds = (law: (offered: ListedPause, offer: Offer, state: State) => void, share = 1) => {
  let count = 0
  fc.assert(
    fc.property(states, state => {
      const offer = recommend(state.answers, state.context, state.chance)
      if (!offer) return
      count += 1
      const offered = state.context.pauses.find(({ pause }) => pause.id === offer.pauseId)
      if (!offered) throw new Error('offered what there is not')
      law(offered, offer, state)
    }),
    { seed, numRuns: lawRuns(share) },
  )
  expect(count).toBeGreaterThan(lawRuns(share) / 2)
}

describe('what is offered', () => {
  test('is never forbidden', () => {
    holds((offered, _, state) => {
      expect(forbiddenBy(state, offered)).toBeNull()
      expect(allowedIn(state)).toContain(offered)
    })
  })

  test('is something wherever the rules leave anything, and so whenever one that looks outward is not hidden', () => {
    fc.assert(
      fc.property(states, state => {
        const { answers, context, chance } = state
        const open = context.pauses.some(
          ({ pause, hidden }) =>
            !hidden && pause.kind === 'out' && pause.rules.every(rule => rule === 'first'),
        )
        const offer = recommend(answers, context, chance)
        expect(offer !== null).toBe(allowedIn(state).some(one => !isQuiet(one)))
        if (open) expect(offer).not.toBeNull()
      }),
      { seed, numRuns: lawRuns() },
    )
  })

  test('goes on fitting for as long as the rules leave it, and no longer', () => {
    fc.assert(
      fc.property(states, state => {
        const { answers, context } = state
        const fits = context.pauses.filter(({ pause }) => stillFits({ pauseId: pause.id }, answers, context))
        expect(fits).toEqual(allowedIn(state))
        expect(stillFits({ pauseId: 'of-a-newer-thaw' }, answers, context)).toBe(false)
      }),
      { seed, numRuns: lawRuns() },
    )
  })

  test('takes no longer than was set, unless everything does, or the person planned it', () => {
    holds((offered, { reason }, state) => {
      if (reason !== 'reason_plan') expect(inTimeOf(state, allowedIn(state))).toContain(offered)
    })
  })

  test('is a plan whose “if” holds, where the rules leave it', () => {
    holds((_, offer, state) => {
      const allowed = allowedIn(state)
      const inTime = inTimeOf(state, allowed)
      const round = Math.min(...inTime.map(listed => timesPassed(state, listed)))
      const outLeft = inTime.some(one => one.pause.kind === 'out' && timesPassed(state, one) === round)
      const held = state.context.plans.filter(({ pauseId }) => {
        const planned = allowed.find(({ pause }) => pause.id === pauseId)
        if (!planned || isQuiet(planned) || timesPassed(state, planned) > round) return false
        if (state.context.passedOver.at(-1) === pauseId) return false
        return planned.pause.kind === 'out' || !isOutwardFirst(state) || !outLeft
      })
      if (held[0])
        expect(offer).toEqual({
          pauseId: held[0].pauseId,
          reason: 'reason_plan',
          values: [held[0].label],
          probability: 1,
        })
      else expect(offer.reason).not.toBe('reason_plan')
    })
  })

  test('was passed over no more often than all else, and looks outward while that comes first', () => {
    holds((offered, { reason }, state) => {
      const times = timesPassed(state, offered)
      for (const other of inTimeOf(state, allowedIn(state))) {
        const [out, otherOut] = [offered, other].map(({ pause }) => pause.kind === 'out')
        const isLater = isOutwardFirst(state) && out && !otherOut
        const isSooner = isOutwardFirst(state) && !out && otherOut
        if (isSooner) expect(timesPassed(state, other)).toBeGreaterThan(times)
        else if (!isLater && reason !== 'reason_plan')
          expect(timesPassed(state, other)).toBeGreaterThanOrEqual(times)
      }
    })
  })

  test('is not what was done or passed over last, while there is something else', () => {
    holds((offered, { reason }, state) => {
      const { sessions, passedOver, learnt } = state.context
      const last = [learnt ? learnt.ranNow : sessions[0]?.pauseId, passedOver.at(-1)]
      if (reason === 'reason_plan' || isQuiet(offered) || !last.includes(offered.pause.id)) return
      const others = inTimeOf(state, allowedIn(state)).filter(
        other =>
          !isQuiet(other) &&
          !last.includes(other.pause.id) &&
          timesPassed(state, other) <= timesPassed(state, offered) &&
          (!isOutwardFirst(state) || other.pause.kind === offered.pause.kind),
      )
      expect(others.map(({ pause }) => pause.id)).toEqual([])
    })
  })
})

describe('the reason', () => {
  test('is there, in words, and true', () => {
    const seen = new Set<string>()
    holds(({ pause, own: mine, favourite }, { reason, values }, state) => {
      seen.add(reason)
      const { sessions, plans, past } = state.context
      const runs = sessions.filter(({ pauseId }) => pauseId === pause.id)
      const marked = runs.filter(({ ease }) => ease !== null).length
      const eased = runs.filter(({ ease }) => ease === 'eased').length
      const isTrue = {
        reason_far: () => pause.kind === 'out' && isFar(state),
        reason_outward: () => pause.kind === 'out' && (isOutwardFirst(state) || isOutwardAlone(state)),
        reason_plan: () => plans.some(({ pauseId, label }) => pauseId === pause.id && label === values[0]),
        reason_favourite: () => favourite,
        reason_eased: () =>
          eased >= 2 && eased / marked >= 0.5 && values[0] === eased && values[1] === marked,
        reason_own: () => mine !== null,
        reason_known: () => runs.length > 0,
        reason_compare: () => pause.id === 'quiet-pause' && quietForbiddenBy(state) === null,
        reason_new: () => runs.length === 0 && past === 'whole',
        reason_not_lately: () => runs.length === 0 && past === 'latest',
      }[reason]
      expect(isTrue()).toBe(true)
      const filled = [...messages[reason].message.matchAll(/\$\d/g)]
      expect(values).toHaveLength(filled.length)
    })
    expect(seen.size).toBe(10)
  })
})

describe('the probability', () => {
  test('lies within its bounds, and is how often that pause comes', () => {
    const draws = 200
    fc.assert(
      fc.property(states, ({ answers, context }) => {
        const offers = Array.from({ length: draws }, (_, at) =>
          recommend(answers, context, (at + 0.5) / draws),
        ).filter(offer => offer !== null)
        const byPause = Map.groupBy(offers, offer => offer.pauseId)
        expect(byPause.size).toBeLessThanOrEqual(6)
        const others = [...byPause.keys()].filter(id => id !== 'quiet-pause')
        for (const [first, ...more] of byPause.values()) {
          for (const other of more) expect(other).toEqual(first)
          const probability = first?.probability ?? 0
          // Where a pause begins and ends among the draws, each end is off by less than one.
          expect(Math.abs(probability * draws - (more.length + 1))).toBeLessThan(1)
          if (byPause.size === 1) expect(probability).toBe(1)
          else expect(probability).toBeLessThanOrEqual(0.8 + 1e-9)
          expect(probability).toBeGreaterThanOrEqual(0.1 / others.length - 1e-9)
        }
        const quiet = byPause.get('quiet-pause')
        if (quiet) expect(quiet[0]?.probability).toBe(0.2)
        for (const offer of offers) expect(offer.comparable === true).toBe(quiet !== undefined)
      }),
      { seed, numRuns: lawRuns(1 / 100) },
    )
  })
})
