/** An offer of a pause, as the draft of a check-in holds it. */
import type { Id } from './records.ts'

/** The message keys of the one line that says why. */
export const offerReasons = [
  'reason_far',
  'reason_outward',
  /** `$1` is the "if" of the person's plan. */
  'reason_plan',
  'reason_favourite',
  /** "Eased" was marked after `$1` of `$2`. */
  'reason_eased',
  'reason_own',
  'reason_known',
  'reason_new',
  /** It is none of the latest; whether it was ever done is not known. */
  'reason_not_lately',
  /** It is the quiet one, which the others are compared with. */
  'reason_compare',
] as const

type OfferReason = (typeof offerReasons)[number]

/** Why, in words: a message and what is filled in. */
export type Why = { readonly reason: OfferReason; readonly values: readonly (string | number)[] }

export type Offer = Why & {
  readonly pauseId: Id
  /** The probability with which this pause was chosen among those that could have been. */
  readonly probability: number
  /** Chance decided between a quiet pause and another: the one that came can be compared. */
  readonly comparable?: true
}
