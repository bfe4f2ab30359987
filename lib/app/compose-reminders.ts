/** The composition root of Settings → Reminders. */
import { createNextReminder } from './next-reminder.ts'
import { createNudgeLog } from './nudge-log.ts'
import { createNudgeTest } from './nudge-test.ts'
import type { PageParts } from './page-parts.ts'
import { createReminders } from './reminders.ts'

export const composeReminders = (parts: PageParts) => ({
  reminders: createReminders(parts),
  next: createNextReminder(parts),
  test: createNudgeTest(parts),
  log: createNudgeLog(parts),
})
