/** How far highs and lows reached: both of the same day beside each other. */

import { type DaySum, meanInterval } from '../mean-interval.ts'
import { differenceWithin } from '../stats/blocks.ts'
import { signFlips } from '../stats/permutation.ts'
import type { HighLowFact } from './facts.ts'
import { againstOf, estimateOf, type Finding, type FoundGroup, shareOf, shortOf } from './finding.ts'
import { byUse } from './looks.ts'
import { poweredFor } from './powered.ts'
import { weekOf } from './sides.ts'

type Known = { readonly day: number; readonly value: number }

/** Reach goes from 0 to 3: half a point of it is worth telling. */
const worth = 0.5

const powered = poweredFor('reach', byUse)

const levelOf = (known: readonly Known[]) => {
  const days = new Map<number, DaySum>()
  for (const { day, value } of known) {
    const { sum, answers } = days.get(day) ?? { sum: 0, answers: 0 }
    days.set(day, { sum: sum + value, answers: answers + 1 })
  }
  const found = meanInterval([...days.values()], 0, 3)
  return found && { value: found.mean, interval: found.interval }
}

const side = (facts: readonly HighLowFact[], which: 'high' | 'low'): readonly Known[] =>
  facts.flatMap(({ day, [which]: value }) => (value === null ? [] : [{ day, value }]))

/** Highs less lows, inside the weeks; its p-value turns the signs of whole weeks, which holds for few weeks too. */
const apart = (facts: readonly HighLowFact[]) => {
  const weeks = new Map<number, { n: number; high: number; low: number; squares: number }>()
  for (const { day, high, low } of facts) {
    if (high === null || low === null) continue
    const { n, ...sums } = weeks.get(weekOf(day)) ?? { n: 0, high: 0, low: 0, squares: 0 }
    weeks.set(weekOf(day), {
      n: n + 1,
      high: sums.high + high,
      low: sums.low + low,
      squares: sums.squares + (high - low) ** 2,
    })
  }
  const known = [...weeks.values()]
  const pairs = known.reduce((sum, { n }) => sum + n, 0)
  const mean = known.reduce((sum, { high, low }) => sum + high - low, 0) / Math.max(1, pairs)
  const squares = known.reduce((sum, week) => sum + week.squares, 0) - pairs * mean ** 2
  const sums = known.map(({ n, high, low }) => ({ withN: n, withSum: high, restN: n, restSum: low }))
  const difference = differenceWithin(sums, pairs > 1 ? squares / (pairs - 1) / 2 : 0)
  const p = difference ? signFlips(known.map(({ high, low }) => high - low)) : 1
  return { difference, pairs, p }
}

export const reachFinding = (facts: readonly HighLowFact[]): Finding => {
  const { difference, pairs, p } = apart(facts)
  const [highs, lows] = [side(facts, 'high'), side(facts, 'low')]
  const [level, rest] = [levelOf(highs), levelOf(lows)]
  const group = { cantTell: 0, marks: null }
  const high: FoundGroup = {
    ...group,
    id: 'high',
    n: highs.length,
    missing: facts.length - highs.length,
    level,
    against: againstOf(level, difference, rest, lows.length),
    difference: difference && estimateOf(difference),
    test: difference && { key: 'reach', p: Math.max(p, difference.p), n: pairs, plan: byUse },
    short: shortOf(pairs, difference?.plain || null, { of: 'highs-and-lows', powered, size: worth }),
  }
  const low: FoundGroup = {
    ...group,
    id: 'low',
    n: lows.length,
    missing: facts.length - lows.length,
    level: rest,
    against: null,
    difference: null,
    test: null,
    short: 'nothing',
  }
  const missing = high.missing + low.missing
  const n = highs.length + lows.length
  return {
    subject: 'reach',
    n,
    cantTell: 0,
    missing,
    missingShare: shareOf(missing, n + missing),
    groups: [high, low],
    worth,
  }
}
