/** Felt in winter and in summer: a yearly wave, against slow drift that is no season. */

import type { Seeded } from '../seeded.ts'
import { driftFits, slopeOf } from '../stats/drift.ts'
import { driftSurrogates } from '../stats/permutation.ts'
import { type Axis, addFelt, axisOf, levelOf, newSide, type Side, wholeOf } from './axis.ts'
import { type Steps, stepsOf } from './daily.ts'
import type { CheckInFact, Facts } from './facts.ts'
import { estimateOf, type Finding, type FoundGroup, growthFor, type Short } from './finding.ts'
import { byWinter } from './looks.ts'
import { monthOf } from './month.ts'
import { poweredFor } from './powered.ts'
import { countsOf, weekOf } from './sides.ts'
import { winterOf } from './winter.ts'

const year = 365.2425

/** Days from 1 January to the middle of the coldest time: about 20 January and 21 July. */
const midwinter = { north: 19, south: 201 }

/** A winter counts where so many of its thirteen weeks have answers: two halves at the ends of one year are no two winters. */
const fewestWeeks = 10

const fewestWinters = 2

const powered = poweredFor('season', byWinter)

/** Beyond so many more winters nobody is asked to wait for them. */
const mostToWaitFor = 3

/** Drifts that are made up, and in how many of them a wave as great may come by itself. */
const surrogates = 199
const rareEnough = 0.05

/** Days that are looked at, the latest; one check-in of a wrong century makes no century of weeks. */
const longest = 20 * 365

/** Half the swing of the wave that fits best, by least squares over steps with answers, each as its answers count. */
const amplitude =
  (wave: ArrayLike<number>) =>
  ({
    means,
    counts,
  }: Pick<Steps, 'means' | 'counts'> | { means: ArrayLike<number>; counts: ArrayLike<number> }) => {
    let [n, x, y, xx, xy] = [0, 0, 0, 0, 0]
    for (let at = 0; at < means.length; at += 1) {
      if ((counts[at] ?? 0) === 0) continue
      const [one, other] = [wave[at] ?? 0, means[at] ?? 0]
      n += 1
      x += one
      y += other
      xx += one * one
      xy += one * other
    }
    const spread = n * xx - x * x
    return spread > 0 ? Math.abs((n * xy - x * y) / spread) : 0
  }

/** Three months in the middle of which a wave is highest stand, on the mean, so high, in parts of its height. */
const quarterMean = Math.sin(Math.PI / 4) / (Math.PI / 4)

type Wave = {
  readonly value: number
  readonly error: number
  readonly interval: { from: number; to: number }
  readonly p: number
}

/** The three months of winter less those of summer, by the wave through weekly means; null where nothing fits. */
const waveIn = (checkIns: readonly CheckInFact[], middle: number, chance: Seeded): Wave | null => {
  const last = checkIns.at(-1)?.day ?? 0
  const first = Math.max(checkIns[0]?.day ?? 0, last - longest)
  const steps = stepsOf(checkIns, first, last, 7)
  const phase = Float64Array.from(
    steps.means,
    (_, at) => (2 * Math.PI * (first + 7 * at + 3 - middle)) / year,
  )
  const [cosine, sine] = [phase.map(Math.cos), phase.map(Math.sin)]
  const fits = driftFits(steps, [cosine, sine])
  const found = slopeOf(fits, 1)
  if (found === null) return null
  const byDrift = driftSurrogates(steps, fits, amplitude(cosine), chance, surrogates)
  const { value, error, interval, p } = found
  const apart = 2 * quarterMean
  return {
    value: apart * value,
    error: apart * error,
    interval: { from: apart * interval.from, to: apart * interval.to },
    p: byDrift > rareEnough ? 1 : p,
  }
}

/** How many winters are short, of a wave that is known as well as `wave`. */
const shortOfWinters = (winters: number, wave: Wave | null): Short => {
  if (winters < fewestWinters) return { more: fewestWinters - winters, of: 'winters' }
  if (wave === null) return { more: null, of: 'winters' }
  const growth = growthFor(wave.error, powered)
  if (growth <= 1) return 'enough'
  const more = Math.ceil(winters * (growth - 1))
  return { more: more > mostToWaitFor ? null : more, of: 'winters' }
}

const weeksIn = ({ answers }: Side, { days }: Axis): number =>
  new Set(days.filter((_, place) => (answers[place] ?? 0) > 0).map(weekOf)).size

/**
 * Twelve months and each winter beside another. The question is one: whether winters are lower or higher than summers. It is asked from
 * the second winter on, of weekly means with a wave and a drift at once, and again of drifts that were made up: a plain wave finds a
 * season in most histories of one year that have none.
 */
export const seasonFinding = (
  checkIns: readonly CheckInFact[],
  hemisphere: Facts['hemisphere'],
  chance: Seeded,
): Finding => {
  const axis = axisOf(checkIns)
  const { side: all } = wholeOf(checkIns, axis)
  const dates = axis.days.map(monthOf)
  const winterAt = dates.map(date => winterOf(date, hemisphere))
  const began = [...new Set(winterAt)].filter(winter => winter !== null)
  const months = Array.from({ length: 12 }, () => newSide(axis))
  const winters = new Map(began.map(winter => [winter, newSide(axis)]))
  const everyWinter = newSide(axis)
  checkIns.forEach((checkIn, index) => {
    const place = axis.places[index] ?? 0
    const month = months[dates[place]?.month ?? 0]
    const winter = winters.get(winterAt[place] ?? Number.NaN)
    if (month) addFelt(month, checkIn, place)
    if (!winter) return
    addFelt(winter, checkIn, place)
    addFelt(everyWinter, checkIn, place)
  })
  const whole = [...winters.values()].filter(side => weeksIn(side, axis) >= fewestWeeks).length
  const wave = whole >= fewestWinters ? waveIn(checkIns, midwinter[hemisphere], chance) : null
  const groupOf = (id: string, side: Side): FoundGroup => ({
    id,
    n: side.n,
    cantTell: side.cantTell,
    missing: side.missing,
    level: levelOf(side),
    against: null,
    difference: null,
    test: null,
    short: 'nothing',
    marks: null,
  })
  return {
    subject: 'season',
    ...countsOf(all),
    groups: [
      {
        ...groupOf('winter', everyWinter),
        difference: wave && estimateOf(wave),
        test: wave && { key: 'season', p: wave.p, n: whole, plan: byWinter },
        short: shortOfWinters(whole, wave),
      },
      ...[...winters].map(([winter, side]) => groupOf(`winter-${winter}`, side)),
      ...months.map((side, index) => groupOf(`month-${index + 1}`, side)),
    ],
  }
}
