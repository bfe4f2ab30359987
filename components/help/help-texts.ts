/** Why a doctor or therapist is named, in words. */
import type { HelpCard } from '../../lib/app/help-card.ts'
import { t } from '../../lib/platform/i18n.ts'

type Reason = NonNullable<HelpCard['reason']['value']>

export const reasonText = (reason: Reason): string => {
  switch (reason.kind) {
    case 'lasting': {
      const counts = [reason.low, reason.of] as const
      return reason.cantTell > 0 ? t('lasting_body_untold', ...counts) : t('lasting_body', ...counts)
    }
    case 'who-i-am':
      return t('help_card_who')
    case 'memory-gaps':
      return t('help_card_gaps', t('tag_memory_gaps'))
    case 'worse':
      return t('help_card_worse', t('ease_worse'))
    case 'medication':
      return t('help_card_medication')
    case 'substance':
      return t('help_card_substance', t('tag_took_the_edge_off_with_something'))
    case 'winter':
      return t('help_card_winter')
  }
}
