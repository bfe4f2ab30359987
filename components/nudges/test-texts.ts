/** What "send one now" says at each step. */
import type { NudgeTest } from '../../lib/app/nudge-test.ts'
import { t } from '../../lib/platform/i18n.ts'
import { pinText } from '../welcome/pin-text.ts'

/** The sentences, in order; none before one was sent. */
export const testSaid = (step: NudgeTest['step']['value']): readonly string[] => {
  switch (step.kind) {
    case 'ready':
      return []
    case 'standing':
      return [t('test_standing')]
    case 'unheard':
      return [t('err_reach')]
    case 'asking':
      return [t(step.about === 'message' ? 'nudge_test_asked' : 'nudge_test_asked_dot')]
    case 'thanks':
      return [t('test_thanks')]
    case 'help':
      if (step.about === 'dot') return [t('test_dot_help'), pinText(step.system.family)]
      if (step.dot === 'off') return [t('err_reminders')]
      return [t('err_reminders'), t(step.dot === 'on' ? 'test_dot_works' : 'test_dot_on')]
  }
}
