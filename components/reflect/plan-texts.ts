/** What an if-then plan begins with, as it is said. */
import type { OwnPlan } from '../../lib/app/own-plans.ts'
import { formatMinutes } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import type { Labels } from '../words/labels.ts'

export const cueText = ({ cue, thought }: Pick<OwnPlan, 'cue' | 'thought'>, labels: Labels): string => {
  if (cue === null) return t('plan_missing')
  const name = cue.slice(cue.indexOf(':') + 1)
  if (cue.startsWith('hour:')) return formatMinutes(Number(name) * 60)
  if (cue.startsWith('tag:')) return labels.tag(name)
  if (cue.startsWith('word:')) return labels.word(name)
  return thought ? t('plan_thought', thought) : t('plan_gone')
}
