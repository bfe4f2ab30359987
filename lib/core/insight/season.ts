/** Felt in winter and in summer: a yearly wave, against slow drift that is no season. */

import type { Seeded } from '../seeded.ts'
import { driftFits, slopeOf } from '../stats/drift.ts'
import { driftSurrogates } from '../stats/permutation.ts'
import { type Steps, stepsOf } from './daily.ts'
import type { CheckInFact, Facts } from './facts.ts'
import { type Finding, type FoundGroup, growthFor, type Short, shareOf } from './finding.ts'
import { byWinter } from './looks.ts'
import { monthOf } from './month.ts'
import { addFelt, levelOf, newSide, type Side } from './sides.ts'

const year = 365.2425

/** Days from 1 January to the middle of the coldest time: about 20 January and 21 July. */
const midwinter = { north: 19, south: 201 }

/** A winter counts where so many of its weeks have answers. */
const fewestWeeks = 6

const fewestWinters = 2

/** The winter in which a day lies, by the year in which it began; null outside of winter. */
const winterOf = (
  { year: of, month }: ReturnType<typeof monthOf>,
  hemisphere: Facts['hemisphere'],
): number | null => {
  if (hemisphere === 'south') return month >= 5 && month <= 7 ? of : null
  return month === 11 ? of : month <= 1 ? of - 1 : null
}

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

type Wave = {
  readonly value: number
  readonly error: number
  readonly interval: { from: number; to: number }
  readonly p: number
}

/** Winter less summer, from weekly means; null where nothing fits. */
const waveIn = (checkIns: readonly CheckInFact[], middle: number, chance: Seeded): Wave | null => {
  const [first, last] = [checkIns[0]?.day ?? 0, checkIns.at(-1)?.day ?? 0]
  const steps = stepsOf(checkIns, first, last, 7)
  const phase = Float64Array.from(
    steps.means,
    (_, at) => (2 * Math.PI * (first + 7 * at + 3 - middle)) / year,
  )
  const [cosine, sine] = [phase.map(Math.cos), phase.map(Math.sin)]
  const found = slopeOf(driftFits(steps, [cosine, sine]), 1)
  if (found === null) return null
  // The drift as it looks with no season in it: it knows less, and allows slow drift more.
  const surrogate = driftSurrogates(steps, driftFits(steps, []), amplitude(cosine), chance)
  const { value, error, interval } = found
  return {
    value: 2 * value,
    error: 2 * error,
    interval: { from: 2 * interval.from, to: 2 * interval.to },
    p: Math.max(found.p, surrogate),
  }
}

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
  const all = newSide()
  const months: Side[] = Array.from({ length: 12 }, newSide)
  const winters = new Map<number, Side>()
  for (const checkIn of checkIns) {
    const date = monthOf(checkIn.day)
    addFelt(all, checkIn, 0)
    const month = months[date.month]
    if (month) addFelt(month, checkIn, 0)
    const winter = winterOf(date, hemisphere)
    if (winter === null) continue
    const side = winters.get(winter) ?? newSide()
    winters.set(winter, side)
    addFelt(side, checkIn, Math.floor(checkIn.day / 7))
  }
  const whole = [...winters.values()].filter(({ blocks }) => blocks.size >= fewestWeeks).length
  const wave = whole >= fewestWinters ? waveIn(checkIns, midwinter[hemisphere], chance) : null
  const lacking: Short = { more: Math.max(1, fewestWinters - whole), of: 'winters' }
  const grown = wave ? growthFor(wave.error) : 2
  const short: Short =
    whole < fewestWinters
      ? lacking
      : grown <= 1
        ? 'enough'
        : { more: wave ? Math.ceil(whole * (grown - 1)) : null, of: 'winters' }
  const groupOf = (id: string, side: Side): FoundGroup => ({
    id,
    n: side.n,
    cantTell: side.cantTell,
    missing: side.missing,
    level: levelOf(side.days),
    against: null,
    difference: null,
    test: null,
    short: 'nothing',
    marks: null,
  })
  const winter = newSide()
  for (const side of winters.values()) {
    winter.n += side.n
    winter.cantTell += side.cantTell
    winter.missing += side.missing
    for (const [day, sum] of side.days) winter.days.set(day, sum)
  }
  const { n, cantTell, missing } = all
  return {
    subject: 'season',
    n,
    cantTell,
    missing,
    missingShare: shareOf(missing, n + cantTell + missing),
    groups: [
      {
        ...groupOf('winter', winter),
        difference: wave && { value: wave.value, interval: wave.interval },
        test: wave && { key: 'season', p: wave.p, n: whole, plan: byWinter },
        short: n === 0 ? lacking : short,
      },
      ...[...winters]
        .sort(([one], [other]) => one - other)
        .map(([began, side]) => groupOf(`winter-${began}`, side)),
      ...months.map((side, index) => groupOf(`month-${index + 1}`, side)),
    ],
  }
}
