/** How much felt moves: its mean and standard deviation first, then change from one answer to the next, and inertia. */
import { allOf, jackknife, runSums } from '../stats/jackknife.ts'
import {
  addAnswer,
  addPair,
  answerSums,
  deviation,
  inertia,
  pairSums,
  successiveChange,
} from '../stats/spread.ts'
import { hour } from '../time.ts'
import { axisOf, levelOf, wholeOf } from './axis.ts'
import type { CheckInFact } from './facts.ts'
import type { Finding, FoundGroup } from './finding.ts'
import { countsOf } from './sides.ts'

/** Answers further apart do not follow one another. */
const closeBy = 6 * hour

/** Most people sleep then, however late they went to bed: those on either side of it have a night between them. */
const nightAt = 4

type Pair = { readonly from: number; readonly to: number }

const pairsOf = (answered: readonly CheckInFact[]): readonly Pair[] =>
  answered.flatMap((now, index) => {
    const before = answered[index - 1]
    if (!before || before.day !== now.day || before.hour === null || now.hour === null) return []
    if (before.hour < nightAt && now.hour >= nightAt) return []
    return now.at - before.at <= closeBy ? [{ from: before.felt ?? 0, to: now.felt ?? 0 }] : []
  })

type Statistic = (sums: Float64Array) => number | null

/** A number with its interval, which does not leave `low` to `high`. */
const estimated = (
  sums: readonly Float64Array[],
  of: number,
  statistic: Statistic,
  [low, high]: readonly [number, number],
): FoundGroup['level'] => {
  const value = statistic(allOf(sums))
  if (value === null) return null
  const found = jackknife(sums, of, statistic)
  return { value, interval: found && { from: Math.max(low, found.from), to: Math.min(high, found.to) } }
}

export const spreadFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const { side: all } = wholeOf(checkIns, axisOf(checkIns))
  const answered = checkIns.filter(({ felt }) => felt !== null)
  const pairs = pairsOf(answered)
  const answers = runSums(answered, answerSums, (sums, { felt }) => addAnswer(sums, felt ?? 0))
  const paired = runSums(pairs, pairSums, (sums, { from, to }) => addPair(sums, from, to))
  const describe = (id: string, n: number, level: FoundGroup['level']): FoundGroup => ({
    id,
    n,
    cantTell: all.cantTell,
    missing: all.missing,
    level,
    against: null,
    difference: null,
    test: null,
    short: 'nothing',
    marks: null,
  })
  return {
    subject: 'spread',
    ...countsOf(all),
    groups: [
      describe('mean', all.n, levelOf(all)),
      describe('sd', all.n, estimated(answers, all.n, deviation, [0, 10])),
      describe('change', pairs.length, estimated(paired, pairs.length, successiveChange, [0, 10])),
      describe('inertia', pairs.length, estimated(paired, pairs.length, inertia, [-1, 1])),
    ],
  }
}
