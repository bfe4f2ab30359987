/** Settings → Reminders: composed, drawn and read. */
import { RemindersSection } from '../../../components/nudges/RemindersSection.tsx'
import { useReturn } from '../../../components/options/use-return.ts'
import { composeReminders } from '../../../lib/app/compose-reminders.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = parts => {
  const { reminders, next, test, log } = composeReminders(parts)
  const look = () => {
    void next.load()
    void log.load()
  }
  void reminders.load()
  void next.load()
  return () => {
    useReturn(look)
    return <RemindersSection model={reminders} next={next} test={test} log={log} />
  }
}
