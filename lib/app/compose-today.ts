/** The composition root of Today. */
import { lookBackKey, readOffer } from '../core/look-back.ts'
import { createSlot } from '../platform/slots.ts'
import { composeBackupLine } from './compose-backup-line.ts'
import { composeFirstDays } from './compose-first-days.ts'
import { composeHelpCard } from './compose-help-card.ts'
import { createLookBackLine } from './look-back-line.ts'
import { createNextReminder } from './next-reminder.ts'
import type { PageParts } from './page-parts.ts'
import { createQuietLine } from './quiet-line.ts'
import { createStuckDoor } from './stuck-door.ts'
import { createToday } from './today.ts'

export const composeToday = (parts: PageParts) => {
  const lines = {
    backup: composeBackupLine(parts),
    first: composeFirstDays(parts),
    lookBack: createLookBackLine({
      ...parts,
      offer: createSlot(parts.local, lookBackKey, readOffer),
    }),
    help: composeHelpCard(parts),
  }
  return {
    today: createToday({
      ...parts,
      loadPlanner: async () => (await import('./compose-planner.ts')).composePlanner(parts),
    }),
    ...lines,
    quiet: createQuietLine(lines),
    next: createNextReminder(parts),
    stuck: createStuckDoor(async () => (await import('./compose-stuck-page.ts')).composeStuckPage(parts)),
  }
}
