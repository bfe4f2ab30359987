/** The one place where the time is read from the machine. */
import type { Clock } from '../app/ports.ts'

/** The zone is asked for anew each time, so that travel is noticed. */
export const systemClock: Clock = { now: () => Temporal.Now.zonedDateTimeISO() }
