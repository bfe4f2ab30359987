/** Felt by hour: six blocks of four hours, each against the rest of the same week. */
import type { CheckInFact } from './facts.ts'
import { type Finding, shareOf } from './finding.ts'
import { addFelt, foundGroups, newSide, type Side, weekOf } from './sides.ts'

const blockHours = 4

/** Check-ins without a time of day stand outside. */
export const hourFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const all = newSide()
  const sides = new Map<number, Side>(
    Array.from({ length: 24 / blockHours }, (_, index) => [index * blockHours, newSide()]),
  )
  let squares = 0
  for (const checkIn of checkIns) {
    if (checkIn.hour === null) continue
    const side = sides.get(Math.floor(checkIn.hour / blockHours) * blockHours)
    if (!side) continue
    const week = weekOf(checkIn.day)
    addFelt(all, checkIn, week)
    addFelt(side, checkIn, week)
    squares += (checkIn.felt ?? 0) ** 2
  }
  const groups = foundGroups(
    [...sides].map(([from, side]) => ({ id: String(from), key: `hour:${from}`, side, all, squares })),
  )
  const { n, cantTell, missing } = all
  return {
    subject: 'hour',
    n,
    cantTell,
    missing,
    missingShare: shareOf(missing, n + cantTell + missing),
    groups,
  }
}
