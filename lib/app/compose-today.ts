/** The composition root of Today. */
import { lookBackKey, readOffer } from '../core/look-back.ts'
import { formatMinutes } from '../platform/formats.ts'
import { t } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { composeBackupLine } from './compose-backup-line.ts'
import { composeFirstDays } from './compose-first-days.ts'
import { composeHelpCard } from './compose-help-card.ts'
import { createLookBackLine } from './look-back-line.ts'
import { createNextReminder } from './next-reminder.ts'
import { createOwnPauses } from './own-pauses.ts'
import type { PageParts } from './page-parts.ts'
import { readRemoval } from './removal.ts'
import { createStuckPage } from './stuck-page.ts'
import { createToday } from './today.ts'

export const composeToday = (parts: PageParts) => {
  const pauses = createOwnPauses(parts)
  return {
    today: createToday({ ...parts, pauses, hourLabel: hour => formatMinutes(hour * 60) }),
    backup: composeBackupLine(parts),
    first: composeFirstDays(parts),
    lookBack: createLookBackLine({
      ...parts,
      offer: createSlot(parts.local, lookBackKey, readOffer),
    }),
    help: composeHelpCard(parts),
    next: createNextReminder(parts),
    stuck: createStuckPage({
      ...parts,
      removal: createSlot(parts.session, 'removal-line', readRemoval),
      pauses,
      sentence: () => t('help_sentence'),
    }),
  }
}
