/** When the machine must be woken next: the one alarm follows from the state. */
import { heldFor, type NudgeState } from './nudge-state.ts'
import { watchedFor } from './plan.ts'
import { assertNever } from './result.ts'
import type { Instant } from './time.ts'

const nextDue = (state: NudgeState): Instant | null => {
  switch (state.phase) {
    case 'off':
      return null
    case 'waiting':
      return state.dueAt
    case 'held':
      return Math.min(state.askAt, state.since + heldFor)
    case 'shown':
      return state.expiresAt
    default:
      return assertNever(state)
  }
}

/**
 * When the machine must be woken next, whatever happens until then; null when nothing is due. While minutes of use count towards
 * something, it is woken every `watchedFor` of them, on a grid that no other wake moves: a longer silence counts as a break.
 */
export const nextWake = (state: NudgeState): Instant | null => {
  const dueAt = nextDue(state)
  const { use, tickAt } = state.memory
  if (dueAt === null || use.since === null || tickAt === null) return dueAt
  const watches = Math.floor((tickAt - use.since) / watchedFor) + 1
  return Math.min(dueAt, use.since + watches * watchedFor)
}
