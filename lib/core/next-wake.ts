/** When the machine must be woken next: the one alarm follows from the state. */
import { heldFor, type NudgeState } from './nudge-state.ts'
import { quietAfter, restsFor, watchedFor } from './plan.ts'
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

/** The first moment after `at` on the grid that begins at `from`: no other wake moves it. */
const nextOn = (from: Instant, step: number, at: Instant): Instant =>
  from + (Math.floor((at - from) / step) + 1) * step

/**
 * When the machine must be woken next, whatever happens until then; null when nothing is due. While minutes of use count towards
 * something, it is woken every `watchedFor` of them: a longer silence counts as a break. While nobody is there to use anything, every
 * `restsFor`: not every browser tells when somebody comes back.
 */
export const nextWake = (state: NudgeState): Instant | null => {
  const dueAt = nextDue(state)
  const { use, tickAt, ignored } = state.memory
  if (tickAt === null) return dueAt
  if (dueAt !== null) {
    return use.since === null ? dueAt : Math.min(dueAt, nextOn(use.since, watchedFor, tickAt))
  }
  return use.restSince === null || ignored >= quietAfter ? null : nextOn(use.restSince, restsFor, tickAt)
}
