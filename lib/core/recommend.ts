/** Which pause is offered: first the rules that keep a person safe, then an even choice. */
import { type Answers, outwardFirst } from './check-in.ts'
import type { Pause, PauseKind } from './pause.ts'
import type { Session } from './records.ts'

/** The message key of the one line that says why. */
export type OfferReason = 'reason_far' | 'reason_outward' | 'reason_new'

export type Offer = {
  readonly pauseId: string
  readonly reason: OfferReason | null
  /** The probability with which this pause was chosen among the eligible ones. */
  readonly probability: number
}

/** What the choice looks at besides the answers; sessions newest first. */
export type OfferContext = {
  readonly pauses: readonly Pause[]
  readonly sessions: readonly Session[]
  /** A hard word was picked: what is offered looks outward. */
  readonly hardWord: boolean
  /** Pauses of this check-in that were passed over with "Another". */
  readonly passedOver: readonly string[]
}

/** Kinds whose latest rating was "worse" are left out for now; looking outward always stays. */
export const kindsLeftOut = (context: Pick<OfferContext, 'pauses' | 'sessions'>): ReadonlySet<PauseKind> => {
  const kindOf = new Map(context.pauses.map(pause => [pause.id, pause.kind]))
  const latest = new Map<PauseKind, Session['ease']>()
  for (const session of context.sessions) {
    const kind = kindOf.get(session.pauseId)
    if (kind && session.ease && !latest.has(kind)) latest.set(kind, session.ease)
  }
  return new Set(
    [...latest].filter(([kind, ease]) => ease === 'worse' && kind !== 'out').map(([kind]) => kind),
  )
}

const reasonFor = (pause: Pause, answers: Answers, context: OfferContext): OfferReason | null => {
  if (pause.kind === 'out' && (answers.far ?? 0) >= 2) return 'reason_far'
  if (pause.kind === 'out' && (outwardFirst(answers) || context.hardWord)) return 'reason_outward'
  return context.sessions.some(session => session.pauseId === pause.id) ? null : 'reason_new'
}

/**
 * Offers a pause. `chance` is uniform in [0, 1). Passed-over pauses come back once nothing else is left;
 * null when the rules leave no pause at all.
 */
export const recommend = (answers: Answers, context: OfferContext, chance: number): Offer | null => {
  const leftOut = kindsLeftOut(context)
  const outward = outwardFirst(answers) || context.hardWord
  const safe = context.pauses.filter(pause => (outward ? pause.kind === 'out' : !leftOut.has(pause.kind)))
  const fresh = safe.filter(pause => !context.passedOver.includes(pause.id))
  const eligible = fresh.length > 0 ? fresh : safe
  const pause = eligible[Math.min(eligible.length - 1, Math.floor(chance * eligible.length))]
  if (!pause) return null
  return {
    pauseId: pause.id,
    reason: reasonFor(pause, answers, context),
    probability: 1 / eligible.length,
  }
}
