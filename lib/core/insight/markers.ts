/** The level before and after a marker, against how the level wanders by itself. */
import { driftFits, slopeOf, waysOf } from '../stats/drift.ts'
import { axisOf, levelOf, wholeOf } from './axis.ts'
import { stepsOf } from './daily.ts'
import type { CheckInFact, MarkerFact } from './facts.ts'
import { againstOf, estimateOf, type Finding, type FoundGroup, shortOf } from './finding.ts'
import { byDay } from './looks.ts'
import { poweredFor } from './powered.ts'
import { countsOf } from './sides.ts'

/** Days on either side, at most. */
const around = 365

/** Days of a step: long enough for moods of a day or two to even out, so that what is left drifts slowly or not at all. */
const stepDays = 3

/**
 * How likely each variance of the slow drift is, as a multiple of the quick part's, before anything is seen: hardly any, or much. These
 * weights come from no source: they were tried out on made-up people, whom `npm run truth -- marker` counts.
 */
const ofDrift = new Map([
  [0.01, 150],
  [0.05, 0.5],
  [0.2, 1],
  [0.6, 3],
  [2, 9],
  [6, 27],
  [20, 81],
])

/**
 * Drifts of 24 to 768 days. With all of them alike before anything is seen, intervals are too wide for people who do not drift and too
 * narrow for those who drift much: it is a drift in between that a year of answers can rule out least.
 */
const ways = waysOf(
  [8, 16, 32, 64, 128, 256],
  [...ofDrift.keys()],
  (pace, ratio) => (ofDrift.get(ratio) ?? 0) * pace,
)

/** A marker nearer than so many days is part of the same time: its own step is fitted beside, so that neither is told of the other. */
const apart = 56

/** Days with answers that either side needs. */
const fewestDays = 10

const powered = poweredFor('markers', byDay)

/** More markers than these, the latest first, are not looked at. */
const mostMarkers = 24

const sideOf = (checkIns: readonly CheckInFact[], from: number, to: number) => {
  const some = checkIns.filter(({ day }) => day >= from && day <= to)
  const axis = axisOf(some)
  const { side } = wholeOf(some, axis)
  const days = axis.days.filter((_, place) => (side.answers[place] ?? 0) > 0)
  return { side, days }
}

/**
 * One marker: a step on its day, fitted together with a level that wanders at any pace. The days begin where the marker before stands
 * and end where the next one does, unless that is less than eight weeks away.
 */
const foundMarker = (
  { id, day }: MarkerFact,
  markers: readonly MarkerFact[],
  checkIns: readonly CheckInFact[],
): FoundGroup => {
  const others = markers.map(other => other.day).filter(other => Math.abs(other - day) >= apart)
  const from = Math.max(day - around, ...others.filter(other => other < day))
  const to = Math.min(day + around, ...others.filter(other => other > day))
  const before = sideOf(checkIns, from, day - 1)
  const after = sideOf(checkIns, day, to - 1)
  const days = Math.min(before.days.length, after.days.length)
  const [level, rest] = [levelOf(after.side), levelOf(before.side)]
  const group = {
    id,
    n: after.side.n,
    cantTell: after.side.cantTell,
    missing: after.side.missing,
    level,
    against: againstOf(level, null, rest, before.side.n),
    marks: null,
  }
  // Days before the marker come no more, nor do those after it once its time is over.
  const isSettled = before.days.length < fewestDays || (checkIns.at(-1)?.day ?? day) >= to
  const unknown = { more: null, of: 'days' } as const
  if (days < fewestDays) {
    const short = isSettled ? unknown : { ...unknown, more: fewestDays - days }
    return { ...group, difference: null, test: null, short }
  }
  // Steps begin on the day of the marker, and so none holds both sides.
  const first = day - stepDays * Math.ceil((day - (before.days[0] ?? day)) / stepDays)
  const last = after.days.at(-1) ?? day
  const steps = stepsOf(checkIns, first, last, stepDays)
  const placeOf = (of: number) => Math.ceil((of - first) / stepDays)
  const stepFrom = (place: number) => Float64Array.from(steps.means, (_, at) => (at >= place ? 1 : 0))
  const own = placeOf(day)
  // One within the same step cannot be told apart from this one, and one beyond the answers changes none of them.
  const near = new Set(
    markers.filter(other => Math.abs(other.day - day) < apart).map(other => placeOf(other.day)),
  )
  const beside = [...near].filter(place => place !== own && place > 0 && place < steps.means.length)
  const found = slopeOf(driftFits(steps, [own, ...beside].map(stepFrom), ways), 1)
  if (found === null) return { ...group, difference: null, test: null, short: unknown }
  const short = shortOf(days, found.error, { of: 'days', powered })
  return {
    ...group,
    against: againstOf(level, found, rest, before.side.n),
    difference: estimateOf(found),
    // Named by its day: moved to another, it asks another question, and made anew on the same one, the same.
    // The days before are there at the first look, and grow no more.
    test: { key: `markers:${day}`, p: found.p, n: after.days.length, plan: byDay },
    // A level that wanders is not known better for waiting, so no number of days is promised.
    short: short === 'enough' ? short : unknown,
  }
}

/** The latest first. */
export const markersFinding = (checkIns: readonly CheckInFact[], markers: readonly MarkerFact[]): Finding => {
  const latest = markers.toSorted((one, other) => other.day - one.day).slice(0, mostMarkers)
  const groups = latest.map(marker => foundMarker(marker, markers, checkIns))
  const { side } = wholeOf(latest.length > 0 ? checkIns : [], axisOf(checkIns))
  return { subject: 'markers', ...countsOf(side), groups }
}
