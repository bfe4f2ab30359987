/** Felt by weekday: each against the three days before and after it, so that what rises slowly favours none. */
import { addFelt, axisOf, newSide, wholeOf } from './axis.ts'
import { type CheckInFact, type DayNumber, weekdayOf } from './facts.ts'
import type { Finding } from './finding.ts'
import { countsOf, foundGroups } from './sides.ts'

/** The run of seven days around the nearest day of that weekday; day 0 was a Thursday. */
const runAround =
  (weekday: number) =>
  (day: DayNumber): number =>
    Math.floor((day + 7 - weekday) / 7)

export const weekdayFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const axis = axisOf(checkIns)
  const { side: all, squares } = wholeOf(checkIns, axis)
  const sides = Array.from({ length: 7 }, () => newSide(axis))
  checkIns.forEach((checkIn, index) => {
    const side = sides[weekdayOf(checkIn.day) - 1]
    if (side) addFelt(side, checkIn, axis.places[index] ?? 0)
  })
  const compared = sides.map((side, index) => ({
    id: String(index + 1),
    key: `weekday:${index + 1}`,
    side,
    blockOf: runAround(index + 1),
  }))
  return { subject: 'weekday', ...countsOf(all), groups: foundGroups(compared, { axis, all, squares }) }
}
