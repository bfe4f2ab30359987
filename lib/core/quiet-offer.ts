/** When a quiet pause may stand in the place of another, to compare: by chance, and never when it would not be kind. */
import { type Answers, isFar } from './check-in.ts'
import { type Known, looksOutward } from './offer-rules.ts'
import type { ListedPause } from './pause-list.ts'
import type { Id } from './records.ts'
import type { PauseSettings } from './settings.ts'

/** About one offer in five. */
export const quietShare = 0.2

/** Whether quiet pauses come in between: after a yes, and not for anyone who pauses to rest, as then there is nothing to find out. */
export const isComparing = ({ compare, goal }: Pick<PauseSettings, 'compare' | 'goal'>): boolean =>
  compare && goal !== 'rest'

export type QuietContext = Known & {
  /** Quiet pauses come in between now. */
  readonly compare?: boolean
  readonly pauses: readonly Pick<ListedPause['pause'], 'id' | 'kind'>[]
  readonly settings: Pick<PauseSettings, 'offKinds'>
  readonly passedOver: readonly Id[]
}

/**
 * Whether chance may offer `quiet` to these answers: while such pauses come in between, as the first offer, where nothing has to look
 * outward (far away, far not known while little is felt, a hard word), and not after "worse", be it the latest mark or that of its kind.
 */
export const mayBeQuiet = (
  quiet: ListedPause | undefined,
  answers: Answers,
  context: QuietContext,
): boolean => {
  const { compare, pauses, sessions, settings, passedOver } = context
  if (!compare || !quiet || quiet.hidden || passedOver.length > 0) return false
  if (looksOutward(answers, context) || isFar(answers.far)) return false
  if (settings.offKinds.includes(quiet.pause.kind)) return false
  const kinds = new Map(pauses.map(({ id, kind }) => [id, kind]))
  const marked = sessions.filter(({ ease }) => ease !== null)
  const ofKind = marked.find(({ pauseId }) => kinds.get(pauseId) === quiet.pause.kind)
  return marked[0]?.ease !== 'worse' && ofKind?.ease !== 'worse'
}
