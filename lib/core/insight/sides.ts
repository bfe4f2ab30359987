/** Groups against the rest of the same weeks: their differences, their questions, and how many more would tell. */
import { type BlockSums, type Difference, differenceWithin } from '../stats/blocks.ts'
import { type Axis, less, levelOf, type Side } from './axis.ts'
import type { Family } from './budgets.ts'
import type { Card } from './card.ts'
import type { DayNumber } from './facts.ts'
import { againstOf, estimateOf, type FoundGroup, type Short, shareOf, shortOf } from './finding.ts'
import { byUse } from './looks.ts'
import { poweredFor } from './powered.ts'

/** The week of a day; weeks begin on Monday. */
export const weekOf = (day: DayNumber): number => Math.floor((day + 3) / 7)

/** One group against everything else in the same blocks. */
export type Compared = {
  readonly id: string
  readonly side: Side
  /** The block in which a day is compared; it never falls from one day to the next. */
  readonly blockOf: (day: DayNumber) => number
}

type Whole = { readonly axis: Pick<Axis, 'days'>; readonly all: Side; readonly squares: number }

/** The sums of each block, and the variance of single answers inside their blocks. */
const blocksOf = ({ side, blockOf }: Compared, { axis, all, squares }: Whole) => {
  const blocks: BlockSums[] = []
  let [block, between, answered] = [Number.NaN, 0, 0]
  let sums = { withN: 0, withSum: 0, restN: 0, restSum: 0 }
  axis.days.forEach((day, place) => {
    if (blockOf(day) !== block) {
      block = blockOf(day)
      sums = { withN: 0, withSum: 0, restN: 0, restSum: 0 }
      blocks.push(sums)
    }
    const [n, sum] = [side.answers[place] ?? 0, side.sums[place] ?? 0]
    sums.withN += n
    sums.withSum += sum
    sums.restN += (all.answers[place] ?? 0) - n
    sums.restSum += (all.sums[place] ?? 0) - sum
  })
  for (const { withN, withSum, restN, restSum } of blocks) {
    if (withN + restN === 0) continue
    between += (withSum + restSum) ** 2 / (withN + restN)
    answered += 1
  }
  const variance = all.n > answered ? Math.max(0, squares - between) / (all.n - answered) : 0
  return { blocks, variance }
}

type Found = Compared & {
  readonly difference: Difference | null
  readonly variance: number
  readonly rarer: number
  readonly weeks: number
}

const compare = (one: Compared, whole: Whole): Found => {
  const { blocks, variance } = blocksOf(one, whole)
  const rarer = Math.min(one.side.n, whole.all.n - one.side.n)
  return { ...one, difference: differenceWithin(blocks, variance), variance, rarer, weeks: blocks.length }
}

/** Below so many answers, and so many of the rarer side, nothing can be said of how many more it takes. */
const fewestToForesee = 20
const fewestOfRarer = 10

/** The error wanders on its way, and so comes to where it has to be an eighth sooner than its middle does. */
const sooner = 0.875

/** How much greater the errors are than independent answers would give, over all groups of a card, drawn towards 1.2. */
const likeness = (found: readonly Found[]): number => {
  let sum = 1.2 * 600
  let weight = 600
  for (const { difference } of found) {
    if (!difference || difference.plain === 0) continue
    sum += difference.df * (difference.error / difference.plain) ** 2
    weight += difference.df
  }
  return sum / weight
}

/** The error as far ahead as it can be known: from the spread of all answers, not from this group's few weeks. */
const foreseen = (
  { difference, side, variance, rarer, weeks }: Found,
  all: Side,
  alike: number,
): number | null => {
  if (all.n < fewestToForesee || rarer < fewestOfRarer || variance === 0) return null
  // What one use is worth where the rest of a usual week stands against it.
  const worth = Math.max(0.3, 1 - (side.n + weeks) / all.n)
  const plain = difference?.plain ?? Math.sqrt(variance / (worth * side.n))
  return plain * Math.sqrt(alike)
}

/** Every group of a card against the rest, with its test and with what is short. */
export const foundGroups = (
  family: Family,
  compared: readonly Compared[],
  whole: Whole,
): readonly FoundGroup[] => {
  const found = compared.map(one => compare(one, whole))
  const alike = likeness(found)
  const wait = { of: 'such-check-ins', powered: poweredFor(family, byUse), part: sooner } as const
  return found.map((one): FoundGroup => {
    const { id, side, difference, rarer } = one
    const rest = less(whole.all, side)
    const known = shortOf(side.n, foreseen(one, whole.all, alike), wait)
    const short: Short = difference === null && known === 'enough' ? { more: null, of: wait.of } : known
    const level = levelOf(side)
    return {
      id,
      n: side.n,
      cantTell: side.cantTell,
      missing: side.missing,
      level,
      against: againstOf(level, difference, levelOf(rest), rest.n),
      difference: difference && estimateOf(difference),
      test: difference && { key: `${family}:${id}`, p: difference.p, n: rarer, plan: byUse },
      short,
      marks: null,
    }
  })
}

/** The counts of a card over all that it is made of. */
export const countsOf = ({
  n,
  cantTell,
  missing,
}: Pick<Side, 'n' | 'cantTell' | 'missing'>): Pick<Card, 'n' | 'cantTell' | 'missing' | 'missingShare'> => ({
  n,
  cantTell,
  missing,
  missingShare: shareOf(missing, n + cantTell + missing),
})
