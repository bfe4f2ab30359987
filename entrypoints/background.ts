/** The background: every listener is registered in the first turn, and hands over. */
import { defineBackground } from 'wxt/utils/define-background'
import { composeBackground } from '../lib/app/compose-background.ts'

export default defineBackground(() => {
  const { desk, openCheckIn, openHistoryPage, updates, care, lockNow, welcome, hear } = composeBackground()
  const wake = () => void desk.handle({ kind: 'wake' })

  hear.installed(() => void welcome())
  // Registered for its own sake: without it the worker does not start with the browser.
  hear.startup(wake)
  hear.update(() => void updates.available())
  hear.wake(wake)
  hear.presence(wake)
  hear.notification({
    opened: () => void desk.handle({ kind: 'clicked' }),
    later: () => void desk.handle({ kind: 'snooze', minutes: 15 }),
  })
  hear.command({
    snooze: () => void desk.handle({ kind: 'snooze', minutes: 15 }),
    away: () => void desk.handle({ kind: 'away', until: 'at-least-an-hour' }),
    lock: () => void lockNow(),
  })
  hear.menu({
    checkIn: openCheckIn,
    away: () => void desk.handle({ kind: 'away', until: 'at-least-an-hour' }),
    history: openHistoryPage,
    send: () => void desk.handle({ kind: 'send-now' }),
  })
  hear.messages()

  // Every start of the worker looks at what is due, whatever woke it.
  wake()
  void updates.look()
  void care()
})
