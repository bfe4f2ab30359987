/** Which pause is offered: the rules that keep a person safe and heard, then a choice among a few, and why in words. */
import type { Answers } from './check-in.ts'
import type { Offer } from './offer.ts'
import { isOpenTo, type Known, looksOutward, mayBeOffered, type Past } from './offer-rules.ts'
import type { ListedPause } from './pause-list.ts'
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
}

/**
 * The probability of each pause of the rotation, in its order: even for now. What is learnt from this person comes in here; whatever
 * it is, the probabilities add up to 1, and each lies between 0.1 / n and 0.8, for n pauses, unless one alone is left.
 */
export const weigh = (rotation: readonly ListedPause[], _context: OfferContext): readonly number[] =>
  rotation.map(() => 1 / rotation.length)

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

/**
 * Offers a pause. `chance` is uniform in [0, 1). A plan whose "if" holds comes first; it keeps to every rule but the length that was
 * set, and the rotation. Passed-over pauses come back once nothing else is left, those that look outward before others where that is
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
  const pool = preferring(left, ({ pause }) => pause.id !== sessions[0]?.pauseId)
  const rotation = rotationOf(pool, context)
  const probabilities = weigh(rotation, context)
  const at = fallsAt(probabilities, chance)
  const [listed, probability] = [rotation[at], probabilities[at]]
  if (!listed || probability === undefined) return null
  return { pauseId: listed.pause.id, ...whyOffered(listed, answers, context, outward), probability }
}
