/** The level before and after a marker, against how the level wanders by itself. */
import { driftFits, slopeOf } from '../stats/drift.ts'
import { stepsOf } from './daily.ts'
import type { CheckInFact, MarkerFact } from './facts.ts'
import { estimateOf, type Finding, type FoundGroup, shareOf, shortOf } from './finding.ts'
import { byDay } from './looks.ts'
import { levelOf } from './sides.ts'

/** Days on either side, at most. */
const around = 365

/** Days of a step: long enough for moods of a day or two to even out, so that what is left drifts slowly or not at all. */
const stepDays = 4

/** A marker nearer than so many days is part of the same time. */
const apart = 56

/** Days with answers that either side needs. */
const fewestDays = 10

/** More markers than these, the latest first, are not looked at. */
const mostMarkers = 24

type Sum = { sum: number; answers: number }

const sumsOf = (checkIns: readonly CheckInFact[], from: number, to: number) => {
  const days = new Map<number, Sum>()
  let [n, cantTell, missing] = [0, 0, 0]
  for (const { felt, day, cantTell: names } of checkIns) {
    if (day < from || day > to) continue
    if (felt === null) {
      if (names.includes('felt')) cantTell += 1
      else missing += 1
      continue
    }
    n += 1
    const known = days.get(day) ?? { sum: 0, answers: 0 }
    days.set(day, { sum: known.sum + felt, answers: known.answers + 1 })
  }
  return { days, n, cantTell, missing }
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
  const before = sumsOf(checkIns, from, day - 1)
  const after = sumsOf(checkIns, day, to - 1)
  const days = Math.min(before.days.size, after.days.size)
  const levels = { level: levelOf(after.days), against: levelOf(before.days) }
  const group = {
    id,
    n: after.n,
    cantTell: after.cantTell,
    missing: after.missing,
    level: levels.level,
    against: levels.against && { ...levels.against, n: before.n },
    marks: null,
  }
  const waiting = { more: days < fewestDays ? fewestDays - days : null, of: 'days' } as const
  if (days < fewestDays) return { ...group, difference: null, test: null, short: waiting }
  // Steps begin on the day of the marker, and so none holds both sides.
  const first = day - stepDays * Math.ceil((day - Math.min(...before.days.keys())) / stepDays)
  const last = Math.max(...after.days.keys())
  const steps = stepsOf(checkIns, first, last, stepDays)
  const step = Float64Array.from(steps.means, (_, at) => (first + stepDays * at >= day ? 1 : 0))
  const found = slopeOf(driftFits(steps, [step]), 1)
  if (found === null) return { ...group, difference: null, test: null, short: { ...waiting, more: null } }
  const short = shortOf(days, found.error, 'days')
  return {
    ...group,
    difference: estimateOf(found),
    test: { key: `markers:${id}`, p: found.p, n: days, plan: byDay },
    // A level that wanders is not known better for waiting, so no number of days is promised.
    short: short === 'enough' ? short : { ...waiting, more: null },
  }
}

/** The latest first. */
export const markersFinding = (checkIns: readonly CheckInFact[], markers: readonly MarkerFact[]): Finding => {
  const latest = markers.toSorted((one, other) => other.day - one.day).slice(0, mostMarkers)
  const groups = latest.map(marker => foundMarker(marker, markers, checkIns))
  const all = latest.length > 0 ? sumsOf(checkIns, -Infinity, Infinity) : { n: 0, cantTell: 0, missing: 0 }
  const { n, cantTell, missing } = all
  return {
    subject: 'markers',
    n,
    cantTell,
    missing,
    missingShare: shareOf(missing, n + cantTell + missing),
    groups,
  }
}
