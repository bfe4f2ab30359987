/** What pauses are for, as the person said it, and what a pause then counts by. */
import type { Session } from './records.ts'

/** To feel more, to feel lighter, or to rest. */
export const pauseGoals = ['more', 'lighter', 'rest'] as const
export type PauseGoal = (typeof pauseGoals)[number]

const lighter = { eased: 1, same: 0, worse: -1 } as const

/**
 * What a session counts for the goal: felt after minus before (−10 to 10), or eased 1, same 0, worse −1. Null where that was not
 * answered, and for anyone who pauses to rest: then nothing is learnt.
 */
export const outcomeFor = (
  goal: PauseGoal,
  { before, after, ease }: Pick<Session, 'before' | 'after' | 'ease'>,
): number | null => {
  if (goal === 'more') return before === null || after === null ? null : after - before
  return goal === 'lighter' && ease !== null ? lighter[ease] : null
}
