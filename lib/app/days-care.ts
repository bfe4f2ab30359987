/** Looks through all days when nobody needs the browser, once in a session of it and, while all is well, once a week. */
import type { Day } from '../core/time.ts'
import type { CheckDays } from './day-check.ts'
import type { Clock, Log, Slot } from './ports.ts'

type Needs = {
  readonly check: CheckDays
  /** Resolves when the page has nothing else to do. */
  readonly whenIdle: () => Promise<void>
  /** The day on which all days were last looked through. */
  readonly lastWhole: Slot<Day>
  /** The day on which this was last done in this session of the browser, whole or not; empty when a session begins. */
  readonly lastTried: Slot<Day>
  readonly clock: Clock
  readonly log: Log
}

const daysBetween = 7

/** A clock that was set back proves nothing. */
const isDue = (last: Day | null, today: Temporal.PlainDate): boolean => {
  if (last === null) return true
  const { days } = today.since(last)
  return days < 0 || days >= daysBetween
}

/** Safe to call whenever a page opens; never rejects. */
export const createDaysCare =
  ({ check, whenIdle, lastWhole, lastTried, clock, log }: Needs) =>
  async (): Promise<void> => {
    try {
      const today = clock.now().toPlainDate()
      if ((await lastTried.read()) !== null || !isDue(await lastWhole.read(), today)) return
      await whenIdle()
      const checked = await check({ pause: whenIdle })
      await lastTried.write(today.toString())
      if (checked.ok && checked.value.whole) await lastWhole.write(today.toString())
    } catch (problem) {
      log.note('days care', problem)
    }
  }
