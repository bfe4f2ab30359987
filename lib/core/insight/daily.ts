/** A history of felt in equal steps of time, gaps kept. */
import type { Series } from '../stats/drift.ts'
import type { CheckInFact, DayNumber } from './facts.ts'

/** Steps of `length` days, the first of which begins on `from`. */
export type Steps = Series & {
  readonly from: DayNumber
  readonly length: number
  readonly means: Float64Array
  readonly counts: Float64Array
}

/** The means of felt from day `from` up to and with day `to`. */
export const stepsOf = (
  checkIns: readonly CheckInFact[],
  from: DayNumber,
  to: DayNumber,
  length: number,
): Steps => {
  const size = Math.max(0, Math.ceil((to - from + 1) / length))
  const means = new Float64Array(size)
  const counts = new Float64Array(size)
  for (const { felt, day } of checkIns) {
    if (felt === null || day < from || day > to) continue
    const at = Math.floor((day - from) / length)
    means[at] = (means[at] ?? 0) + felt
    counts[at] = (counts[at] ?? 0) + 1
  }
  for (let at = 0; at < size; at += 1)
    means[at] = (counts[at] ?? 0) > 0 ? (means[at] ?? 0) / (counts[at] ?? 1) : 0
  return { from, length, means, counts }
}
