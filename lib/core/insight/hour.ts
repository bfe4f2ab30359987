/** Felt by hour: six blocks of four hours, each against the rest of the same week. */
import { addFelt, axisOf, newSide, wholeOf } from './axis.ts'
import type { CheckInFact } from './facts.ts'
import type { Finding } from './finding.ts'
import { countsOf, foundGroups, weekOf } from './sides.ts'

const blockHours = 4

/** Check-ins without a time of day stand outside. */
export const hourFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const timed = checkIns.filter(({ hour }) => hour !== null)
  const axis = axisOf(timed)
  const { side: all, squares } = wholeOf(timed, axis)
  const sides = Array.from({ length: 24 / blockHours }, () => newSide(axis))
  timed.forEach((checkIn, index) => {
    const side = sides[Math.floor((checkIn.hour ?? 0) / blockHours)]
    if (side) addFelt(side, checkIn, axis.places[index] ?? 0)
  })
  const compared = sides.map((side, index) => {
    const from = index * blockHours
    return { id: String(from), side, blockOf: weekOf }
  })
  return { subject: 'hour', ...countsOf(all), groups: foundGroups('hour', compared, { axis, all, squares }) }
}
