/** What was said last today, for the parts that go by it. */
import type { CheckIn } from '../core/records.ts'
import { ok } from '../core/result.ts'
import { latestToday, spanOfToday } from '../core/today.ts'
import type { Records, Stored } from './ports.ts'

/** Today's latest check-in; null where none of this day has a time that is known and has come. */
export const readLatestToday = async (
  records: Pick<Records, 'between'>,
  now: Temporal.ZonedDateTime,
): Stored<CheckIn | null> => {
  const { from, to } = spanOfToday(now)
  const found = await records.between('checkIns', from, to)
  return found.ok ? ok(latestToday(found.value, now)) : found
}
