/** Felt by weekday: each against the three days before and after it, so that what rises slowly favours none. */
import { type CheckInFact, weekdayOf } from './facts.ts'
import { type Finding, shareOf } from './finding.ts'
import { addFelt, foundGroups, newSide } from './sides.ts'

/** The run of seven days around the nearest day of that weekday; day 0 was a Thursday. */
const runAround = (day: number, weekday: number): number => Math.floor((day + 6 - weekday + 1) / 7)

export const weekdayFinding = (checkIns: readonly CheckInFact[]): Finding => {
  let squares = 0
  for (const { felt } of checkIns) squares += (felt ?? 0) ** 2
  const compared = Array.from({ length: 7 }, (_, index) => {
    const weekday = index + 1
    const [all, side] = [newSide(), newSide()]
    for (const checkIn of checkIns) {
      const run = runAround(checkIn.day, weekday)
      addFelt(all, checkIn, run)
      if (weekdayOf(checkIn.day) === weekday) addFelt(side, checkIn, run)
    }
    return { id: String(weekday), key: `weekday:${weekday}`, side, all, squares }
  })
  const { n, cantTell, missing } = compared[0]?.all ?? newSide()
  return {
    subject: 'weekday',
    n,
    cantTell,
    missing,
    missingShare: shareOf(missing, n + cantTell + missing),
    groups: foundGroups(compared),
  }
}
