/** The composition root of the check of days that the main page makes by itself. */
import { isDay } from '../core/time.ts'
import { daysTriedKey } from '../core/value-keys.ts'
import { whenIdle } from '../platform/idle-time.ts'
import { createLog } from '../platform/log.ts'
import { createSlot } from '../platform/slots.ts'
import { createDayCheck } from './day-check.ts'
import { createDaysCare } from './days-care.ts'
import type { PageParts } from './page-parts.ts'

const readDay = (stored: unknown) => (isDay(stored) ? stored : null)

/** Begins once the browser has nothing else to do; to be called when the page has been open for a while. */
export const careForDays = async (parts: PageParts): Promise<void> => {
  const { checkDays, changes, clock, local, locks, session } = parts
  if (checkDays === undefined) return
  const log = createLog(local, locks, clock)
  const care = createDaysCare({
    check: createDayCheck({ checkDays, changes, log }),
    whenIdle,
    lastWhole: createSlot(local, 'days-checked', readDay),
    lastTried: createSlot(session, daysTriedKey, readDay),
    clock,
    log,
  })
  await care()
}
