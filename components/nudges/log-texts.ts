/** What became of a reminder, in words. */
import type { LogOutcome } from '../../lib/app/nudge-log.ts'
import { messageKey, t } from '../../lib/platform/i18n.ts'

export const outcomeText = (outcome: LogOutcome): string => {
  switch (outcome.kind) {
    case 'not-now-because':
      return t(outcome.reason === 'moment' ? 'log_not_now_moment' : 'log_not_now_today')
    case 'held-back':
      return t(messageKey('log_held', outcome.by))
    case 'dropped':
      return t(messageKey('log_dropped', outcome.reason))
    default:
      return t(messageKey('log', outcome.kind))
  }
}
