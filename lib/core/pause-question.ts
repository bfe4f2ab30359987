/** Which question, if any, comes after a pause: what pauses are for after the third, the comparison after ten, each asked once. */
import type { PauseSettings } from './settings.ts'

export type PauseQuestion = 'goal' | 'compare'

const goalAfter = 3
const compareAfter = 10

export type AfterPauses = {
  /** How many there were, this one too; more than eleven need not be counted. */
  readonly pauses: number
  /** The check-in that is open. */
  readonly owner: string
  readonly wishes: Pick<PauseSettings, 'goal' | 'compare' | 'askedIn'>
  /** What was answered in this very place: the question stays, with its answer. */
  readonly answered: { readonly [Name in PauseQuestion]: boolean }
  /** After "worse", far away, or after a hard word nothing is asked. */
  readonly gentle: boolean
}

/** A question that was asked in this check-in and has no answer goes on standing there. */
export const pauseQuestion = ({
  pauses,
  owner,
  wishes: { goal, compare, askedIn },
  answered,
  gentle,
}: AfterPauses): PauseQuestion | null => {
  if (gentle) return null
  const mayAsk = (question: PauseQuestion) => askedIn[question] === null || askedIn[question] === owner
  if (answered.goal || (pauses >= goalAfter && goal === null && mayAsk('goal'))) return 'goal'
  // One question in a check-in is enough, and who pauses to rest has nothing to find out.
  if (askedIn.goal === owner || goal === 'rest') return null
  if (answered.compare || (pauses >= compareAfter && !compare && mayAsk('compare'))) return 'compare'
  return null
}
