/** What is said about a day or a time that does not hold. */
import type { WhenProblem } from '../../lib/core/past.ts'
import { t } from '../../lib/platform/i18n.ts'

export const whenSentence = (problem: WhenProblem): string => {
  if (problem.field === 'time') return t(problem.why === 'part' ? 'past_time_part' : 'past_time_to_come')
  if (problem.why === 'none') return t('past_day_none')
  return t(problem.why === 'to-come' ? 'past_day_to_come' : 'past_day_too_old')
}
