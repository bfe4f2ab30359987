/** The composition root of the check of days that the main page makes by itself. */
import { isDay, second } from '../core/time.ts'
import { whenIdle } from '../platform/idle-time.ts'
import { createLog } from '../platform/log.ts'
import { createSlot } from '../platform/slots.ts'
import { createDayCheck } from './day-check.ts'
import { createDaysCare } from './days-care.ts'
import type { PageParts } from './page-parts.ts'

/** Who opens the page comes to see something, and gets what the browser can do until then. */
const rest = 10 * second

const readDay = (stored: unknown) => (isDay(stored) ? stored : null)

/** Begins by itself once the page has been open for a while. */
export const careForDays = (parts: PageParts): void => {
  const { checkDays, changes, clock, later, local, locks, session } = parts
  if (checkDays === undefined) return
  const log = createLog(local, locks, clock)
  const care = createDaysCare({
    check: createDayCheck({ checkDays, changes, log }),
    whenIdle,
    lastWhole: createSlot(local, 'days-checked', readDay),
    lastTried: createSlot(session, 'days-tried', readDay),
    clock,
    log,
  })
  later(rest, () => void care())
}
