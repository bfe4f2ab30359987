/** Felt by weekday: each against the three days before and after it, so that what rises slowly favours none. */
import type { DayRow } from '../records.ts'
import { type Axis, addFelt, axisOf, newSide, type Side, wholeOf } from './axis.ts'
import { type CheckInFact, type DayNumber, dayNumberOf, weekdayOf } from './facts.ts'
import type { Finding } from './finding.ts'
import { countsOf, foundGroups } from './sides.ts'

/** The run of seven days around the nearest day of that weekday; day 0 was a Thursday. */
const runAround =
  (weekday: number) =>
  (day: DayNumber): number =>
    Math.floor((day + 7 - weekday) / 7)

/** The answers of all days, and of each weekday, Monday first. */
type Whole = {
  readonly axis: Pick<Axis, 'days'>
  readonly all: Side
  /** Σ felt². */
  readonly squares: number
  readonly sides: readonly Side[]
}

const findingOf = ({ sides, ...whole }: Whole): Finding => {
  const compared = sides.map((side, index) => ({
    id: String(index + 1),
    side,
    blockOf: runAround(index + 1),
  }))
  return { subject: 'weekday', ...countsOf(whole.all), groups: foundGroups('weekday', compared, whole) }
}

const sidesOf = (axis: Pick<Axis, 'days'>): readonly Side[] => Array.from({ length: 7 }, () => newSide(axis))

export const weekdayFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const axis = axisOf(checkIns)
  const { side: all, squares } = wholeOf(checkIns, axis)
  const sides = sidesOf(axis)
  checkIns.forEach((checkIn, index) => {
    const side = sides[weekdayOf(checkIn.day) - 1]
    if (side) addFelt(side, checkIn, axis.places[index] ?? 0)
  })
  return findingOf({ axis, all, squares, sides })
}

/** As much of a day as its answers of felt. */
export type FeltDay = Pick<DayRow, 'day' | 'checkIns'> & DayRow['scales']['felt']

export const feltDay = ({ day, checkIns, scales: { felt } }: DayRow): FeltDay => ({ day, checkIns, ...felt })

type DaySums = Pick<Side, 'n' | 'cantTell' | 'missing'> & { readonly sum: number; readonly squares: number }

const sumsOf = ({ checkIns, counts, cantTell }: FeltDay): DaySums => {
  let [n, sum, squares] = [0, 0, 0]
  for (const [value, count] of Object.entries(counts)) {
    const felt = Number(value)
    n += count
    sum += felt * count
    squares += felt ** 2 * count
  }
  return { n, sum, squares, cantTell, missing: Math.max(0, checkIns - n - cantTell) }
}

const addDay = (side: Side, { n, sum, cantTell, missing }: DaySums, place: number): void => {
  side.n += n
  side.cantTell += cantTell
  side.missing += missing
  side.sums[place] = (side.sums[place] ?? 0) + sum
  side.answers[place] = (side.answers[place] ?? 0) + n
}

/** What `weekdayFinding` finds up to `today`, of days alone, which are there before any record is read. */
export const weekdayOfDays = (days: readonly FeltDay[], today: DayNumber): Finding => {
  const lived = days.flatMap(row => {
    const day = row.checkIns > 0 ? dayNumberOf(row.day) : null
    return day === null || day > today ? [] : [{ day, row }]
  })
  // A day may have been written in two ways.
  const axis = { days: [...new Set(lived.map(({ day }) => day))].sort((one, other) => one - other) }
  const places = new Map(axis.days.map((day, place) => [day, place]))
  const all = newSide(axis)
  const sides = sidesOf(axis)
  let squares = 0
  for (const { day, row } of lived) {
    const place = places.get(day) ?? 0
    const sums = sumsOf(row)
    squares += sums.squares
    addDay(all, sums, place)
    const side = sides[weekdayOf(day) - 1]
    if (side) addDay(side, sums, place)
  }
  return findingOf({ axis, all, squares, sides })
}
