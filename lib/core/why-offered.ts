/** Why a pause is offered, in words that are true. */
import { type Answers, isFar } from './check-in.ts'
import { marksIn } from './eased.ts'
import type { Why } from './offer.ts'
import type { Past } from './offer-rules.ts'
import type { ListedPause } from './pause-list.ts'
import type { Session } from './records.ts'

/** "Eased" counts as a reason from so many marks on, where at least half of what was marked is that. */
const easedFrom = 2

export type PastOfPauses = {
  readonly sessions: readonly Pick<Session, 'pauseId' | 'ease'>[]
  readonly past: Past
}

const why = (reason: Why['reason'], ...values: Why['values']): Why => ({ reason, values })

/** `outward`: what is offered first to these answers looks outward. */
export const whyOffered = (
  { pause, own, favourite }: ListedPause,
  answers: Pick<Answers, 'far'>,
  { sessions, past }: PastOfPauses,
  outward: boolean,
): Why => {
  if (pause.kind === 'out' && isFar(answers.far)) return why('reason_far')
  if (pause.kind === 'out' && outward) return why('reason_outward')
  if (favourite) return why('reason_favourite')
  const { eased, of } = marksIn(sessions).get(pause.id) ?? { eased: 0, of: 0 }
  if (eased >= easedFrom && eased * 2 >= of) return why('reason_eased', eased, of)
  if (own) return why('reason_own')
  if (sessions.some(({ pauseId }) => pauseId === pause.id)) return why('reason_known')
  return why(past === 'whole' ? 'reason_new' : 'reason_not_lately')
}
