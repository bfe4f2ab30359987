/** Whether an evening suits an invitation to a high and a low: nothing is written yet, and the day is not one to press on. */
import { feltIsLow } from '../core/check-in.ts'
import { readLatestToday } from './latest-today.ts'
import type { Clock, Records } from './ports.ts'

type Needs = {
  readonly records: Pick<Records, 'between'>
  readonly clock: Clock
}

/** False where the history cannot be read. Under a lock what was written is not known, and may be asked for once more. */
export const createEveningFits =
  ({ records, clock }: Needs) =>
  async (): Promise<boolean> => {
    const now = clock.now()
    const latest = await readLatestToday(records, now)
    if (!latest.ok || (latest.value !== null && feltIsLow(latest.value))) return false
    const start = now.startOfDay().epochMilliseconds
    const written = await records.between('reflections', start, now.epochMilliseconds + 1)
    return written.ok && !written.value.some(({ type }) => type === 'high-low')
  }

/** Under which the session remembers that the invitation was opened, and when. */
export const eveningKey = 'reflect-evening'

/** How long an invitation that was opened leads to its form, in milliseconds. */
export const eveningLasts = 10 * 60_000
