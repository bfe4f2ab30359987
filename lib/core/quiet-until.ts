/** Until when the person asked for quiet: what the toolbar button may say of it. */
import { nextNudge } from './next-nudge.ts'
import type { NudgeState } from './nudge-state.ts'
import type { NudgeSettings } from './settings.ts'
import type { Instant } from './time.ts'

type Rules = { readonly now: Temporal.ZonedDateTime; readonly settings: NudgeSettings }

/** The end of a snooze or of an absence; null where no such time lies ahead. */
export const quietUntil = (state: NudgeState, rules: Rules): Instant | null => {
  const next = nextNudge(state, rules)
  const snoozed = state.phase === 'waiting' && state.asked
  const at = next.kind === 'away' ? next.until : next.kind === 'at' && snoozed ? next.at : null
  return at !== null && at > rules.now.epochMilliseconds ? at : null
}
