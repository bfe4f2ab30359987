/** Answers of felt, summed by day: what every comparison over time is made of. */
import { type DaySum, meanInterval } from '../mean-interval.ts'
import type { Estimate } from './card.ts'
import type { CheckInFact, DayNumber } from './facts.ts'

/** The days with check-ins, in their order, and for each check-in the place of its day among them. */
export type Axis = { readonly days: readonly DayNumber[]; readonly places: Int32Array }

export const axisOf = (checkIns: readonly CheckInFact[]): Axis => {
  const known = new Map<DayNumber, number>()
  let last = Number.NaN
  for (const { day } of checkIns) {
    if (day !== last) known.set(day, 0)
    last = day
  }
  const days = [...known.keys()].sort((one, other) => one - other)
  for (let place = 0; place < days.length; place += 1) known.set(days[place] ?? 0, place)
  const places = new Int32Array(checkIns.length)
  let place = 0
  last = Number.NaN
  for (let index = 0; index < checkIns.length; index += 1) {
    const day = checkIns[index]?.day ?? 0
    if (day !== last) place = known.get(day) ?? 0
    last = day
    places[index] = place
  }
  return { days, places }
}

/** Felt of one group, or of all: sums and counts of answers by place of the day. */
export type Side = {
  n: number
  cantTell: number
  missing: number
  readonly sums: Float64Array
  readonly answers: Float64Array
}

export const newSide = ({ days }: Pick<Axis, 'days'>): Side => ({
  n: 0,
  cantTell: 0,
  missing: 0,
  sums: new Float64Array(days.length),
  answers: new Float64Array(days.length),
})

/** Counts a check-in on a side. */
export const addFelt = (side: Side, { felt, cantTell }: CheckInFact, place: number): void => {
  if (felt !== null) {
    side.n += 1
    side.sums[place] = (side.sums[place] ?? 0) + felt
    side.answers[place] = (side.answers[place] ?? 0) + 1
  } else if (cantTell.includes('felt')) side.cantTell += 1
  else side.missing += 1
}

/** All check-ins on one side, and Σ felt². */
export const wholeOf = (checkIns: readonly CheckInFact[], axis: Axis) => {
  const side = newSide(axis)
  let squares = 0
  checkIns.forEach((checkIn, index) => {
    addFelt(side, checkIn, axis.places[index] ?? 0)
    squares += (checkIn.felt ?? 0) ** 2
  })
  return { side, squares }
}

/** What is left of `all` without `some`. */
export const less = (all: Side, some: Side): Side => ({
  n: all.n - some.n,
  cantTell: all.cantTell - some.cantTell,
  missing: all.missing - some.missing,
  sums: all.sums.map((sum, place) => sum - (some.sums[place] ?? 0)),
  answers: all.answers.map((count, place) => count - (some.answers[place] ?? 0)),
})

/** The level of a side with its interval. */
export const levelOf = ({ sums, answers }: Pick<Side, 'sums' | 'answers'>): Estimate | null => {
  const days: DaySum[] = []
  for (let place = 0; place < sums.length; place += 1) {
    const count = answers[place] ?? 0
    if (count > 0) days.push({ sum: sums[place] ?? 0, answers: count })
  }
  const found = meanInterval(days, 0, 10)
  return found && { value: found.mean, interval: found.interval }
}
