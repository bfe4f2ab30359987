/** How much felt moves: its mean and standard deviation first, then change from one answer to the next, and inertia. */
import { jackknife } from '../stats/jackknife.ts'
import { deviation, inertia, type Pair, successiveChange } from '../stats/spread.ts'
import { hour } from '../time.ts'
import type { CheckInFact } from './facts.ts'
import { type Finding, type FoundGroup, shareOf } from './finding.ts'
import { addFelt, levelOf, newSide } from './sides.ts'

/** Answers further apart do not follow one another; nor do those with a night between them. */
const closeBy = 6 * hour

/** Sliding sums would say the same of more: the latest suffice. */
const latest = 20_000

type Item = { readonly felt: number; readonly pair: Pair | null }

const itemsOf = (checkIns: readonly CheckInFact[]): readonly Item[] => {
  const answered = checkIns.filter(({ felt }) => felt !== null).slice(-latest)
  return answered.map(({ felt, at, day, hour: timed }, index) => {
    const before = answered[index - 1]
    const follows = timed !== null && before?.day === day && before.hour !== null && at - before.at <= closeBy
    return { felt: felt ?? 0, pair: follows ? { from: before.felt ?? 0, to: felt ?? 0 } : null }
  })
}

const pairsOf = (items: readonly Item[]): readonly Pair[] => items.flatMap(({ pair }) => (pair ? [pair] : []))

const kept = (interval: { readonly from: number; readonly to: number } | null, low: number, high: number) =>
  interval && { from: Math.max(low, interval.from), to: Math.min(high, interval.to) }

export const spreadFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const all = newSide()
  for (const checkIn of checkIns) addFelt(all, checkIn, 0)
  const items = itemsOf(checkIns)
  const pairs = pairsOf(items)
  const describe = (
    id: string,
    n: number,
    statistic: (items: readonly Item[]) => number | null,
    low: number,
    high: number,
  ): FoundGroup => {
    const value = statistic(items)
    return {
      id,
      n,
      cantTell: all.cantTell,
      missing: all.missing,
      level: value === null ? null : { value, interval: kept(jackknife(items, statistic), low, high) },
      against: null,
      difference: null,
      test: null,
      short: 'nothing',
      marks: null,
    }
  }
  const { n, cantTell, missing } = all
  return {
    subject: 'spread',
    n,
    cantTell,
    missing,
    missingShare: shareOf(missing, n + cantTell + missing),
    groups: [
      { ...describe('mean', n, () => null, 0, 10), level: levelOf(all.days) },
      describe('sd', n, some => deviation(some.map(({ felt }) => felt)), 0, 10),
      describe('change', pairs.length, some => successiveChange(pairsOf(some)), 0, 10),
      describe('inertia', pairs.length, some => inertia(pairsOf(some)), -1, 1),
    ],
  }
}
