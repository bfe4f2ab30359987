/** Which pause is offered: the rules that keep a person safe and heard, then a choice among a few, and why in words. */
import { chancesToBeBest, within } from './best-chance.ts'
import type { Answers } from './check-in.ts'
import type { Offer } from './offer.ts'
import { isOpenTo, type Known, looksOutward, mayBeOffered, type Past } from './offer-rules.ts'
import type { EffectOf } from './pause-effects.ts'
import type { ListedPause } from './pause-list.ts'
import { mayBeQuiet, quietShare } from './quiet-offer.ts'
import type { Id, Session } from './records.ts'
import { rotationOf } from './rotation.ts'
import type { PauseSettings } from './settings.ts'
import { whyOffered } from './why-offered.ts'

/** A plan of the person's whose "if" holds now. */
export type PlanNow = {
  readonly pauseId: Id
  /** Its "if", as it is shown. */
  readonly label: string
}

/** What the choice looks at besides the answers. */
export type OfferContext = {
  readonly pauses: readonly ListedPause[]
  /** Newest first. */
  readonly sessions: readonly Pick<Session, 'pauseId' | 'ease'>[]
  readonly past: Past
  readonly settings: Pick<PauseSettings, 'offKinds' | 'atMost' | 'switchedOn'>
  /** Newest first. */
  readonly plans: readonly PlanNow[]
  /** The hour of the person's day, 0 to 23. */
  readonly hour: number
  /** The number of the day in their calendar. */
  readonly day: number
  /** A hard word was picked: what is offered looks outward. */
  readonly hardWord: boolean
  /** Pauses of this check-in that were passed over with "Another", the latest last; once more in each round. */
  readonly passedOver: readonly Id[]
  /** What was learnt from this person; not there where they did not say what pauses are for, or pause to rest. */
  readonly learnt?: Learnt
  /** Quiet pauses may come in between, to compare. */
  readonly compare?: boolean
}

export type Learnt = {
  readonly effectOf: EffectOf
  /** The pause that ran last in this check-in. */
  readonly ranNow: Id | null
}

const floor = 0.1
const ceiling = 0.8

/**
 * The probability of each pause of the rotation, in its order: even until something is learnt, then as likely as it is the best. They
 * add up to 1, and each lies between 0.1 / n and 0.8, for n pauses, unless one alone is left; `share` is how much of an offer is theirs, so that
 * the least holds for the whole of it too.
 */
export const weigh = (
  rotation: readonly ListedPause[],
  { learnt }: Pick<OfferContext, 'learnt'>,
  share = 1,
): readonly number[] => {
  if (!learnt) return rotation.map(() => 1 / rotation.length)
  const chances = chancesToBeBest(rotation.map(({ pause }) => learnt.effectOf(pause.id)))
  return within(chances, floor / rotation.length / share, ceiling)
}

/** Where `chance`, uniform in [0, 1), falls among probabilities that add up to 1. */
const fallsAt = (probabilities: readonly number[], chance: number): number => {
  let left = chance
  const found = probabilities.findIndex(probability => {
    left -= probability
    return left < 0
  })
  // Sums of fractions can end a hair below 1.
  return found === -1 ? probabilities.length - 1 : found
}

/** Those of `pauses` for which `test` holds, or all where it holds for none. */
const preferring = (
  pauses: readonly ListedPause[],
  test: (listed: ListedPause) => boolean,
): readonly ListedPause[] => {
  const found = pauses.filter(test)
  return found.length > 0 ? found : pauses
}

/** Everything that may be offered now, of any length, passed over or not. */
const fitting = (answers: Answers, context: OfferContext, known: Known): readonly ListedPause[] => {
  const open = context.pauses.filter(listed => isOpenTo(listed, context.settings, context.hour))
  const turn = context.passedOver.length > 0 ? 'another' : 'first'
  const pauses = open.map(({ pause }) => pause)
  const allowed = new Set(mayBeOffered(pauses, answers, known, turn))
  return open.filter(({ pause }) => allowed.has(pause))
}

/** Whether an offer that stands may go on standing to these answers, which may be others than those that it was made to. */
export const stillFits = (
  { pauseId }: Pick<Offer, 'pauseId'>,
  answers: Answers,
  context: OfferContext,
): boolean => {
  const known: Known = { ...context, pauses: context.pauses.map(({ pause }) => pause) }
  const offered = context.pauses.find(({ pause }) => pause.id === pauseId)
  return offered?.pause.rules.includes('comparison')
    ? mayBeQuiet(offered, answers, { ...context, pauses: known.pauses })
    : fitting(answers, context, known).some(({ pause }) => pause.id === pauseId)
}

/**
 * Offers a pause. `chance` is uniform in [0, 1). A plan whose "if" holds comes first; it keeps to every rule but the length that was
 * set, and the rotation. Far away, what is the first choice there follows, unless it ran last or was worse, and nothing is drawn. Passed-over pauses come back once nothing else is left, those that look outward before others where that is
 * what is offered first. Null when the rules leave no pause at all.
 */
export const recommend = (answers: Answers, context: OfferContext, chance: number): Offer | null => {
  const { settings, plans, passedOver, sessions } = context
  const known: Known = { ...context, pauses: context.pauses.map(({ pause }) => pause) }
  const outward = looksOutward(answers, known)
  const isOut = ({ pause }: ListedPause) => pause.kind === 'out'
  const fit = fitting(answers, context, known)
  const inTime = preferring(fit, ({ pause }) => pause.seconds <= (settings.atMost ?? Infinity))

  const timesPassed = ({ pause }: ListedPause) => passedOver.filter(id => id === pause.id).length
  const round = Math.min(...inTime.map(timesPassed))
  const outFirst = outward && inTime.some(listed => isOut(listed) && timesPassed(listed) <= round)
  const isLeft = (listed: ListedPause) => timesPassed(listed) <= round && (!outFirst || isOut(listed))
  const wasNotJustPassed = ({ pause }: ListedPause) => pause.id !== passedOver.at(-1)

  for (const { pauseId, label } of plans) {
    const planned = fit.find(({ pause }) => pause.id === pauseId)
    if (planned && isLeft(planned) && wasNotJustPassed(planned))
      return { pauseId, reason: 'reason_plan', values: [label], probability: 1 }
  }
  const left = preferring(inTime.filter(isLeft), wasNotJustPassed)
  // Where it is known what is better, the better one may come again at another time.
  const last = context.learnt ? context.learnt.ranNow : sessions[0]?.pauseId
  const pool = preferring(left, ({ pause }) => pause.id !== last)
  const isFarFirst = ({ pause }: ListedPause) => pause.rules.includes('far-first')
  const farFirst = (answers.far ?? 0) >= 2 && passedOver.length === 0 && pool.find(isFarFirst)
  const rotation = farFirst ? [farFirst] : rotationOf(pool, context)
  const quiet = context.pauses.find(({ pause }) => pause.rules.includes('comparison'))
  const isCompared = rotation.length > 0 && mayBeQuiet(quiet, answers, { ...context, pauses: known.pauses })
  if (isCompared && quiet && chance < quietShare)
    return {
      pauseId: quiet.pause.id,
      reason: 'reason_compare',
      values: [],
      probability: quietShare,
      comparable: true,
    }
  const share = isCompared ? 1 - quietShare : 1
  const probabilities = weigh(rotation, context, share)
  const at = fallsAt(probabilities, isCompared ? (chance - quietShare) / share : chance)
  const [listed, probability] = [rotation[at], probabilities[at]]
  if (!listed || probability === undefined) return null
  const why = whyOffered(listed, answers, context, outward)
  return {
    pauseId: listed.pause.id,
    ...why,
    probability: probability * share,
    ...(isCompared && { comparable: true }),
  }
}
