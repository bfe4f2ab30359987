/** Answers of felt, sorted to the sides of a comparison and to weeks. */
import { type DaySum, meanInterval } from '../mean-interval.ts'
import { type BlockSums, type Difference, differenceWithin } from '../stats/blocks.ts'
import type { Estimate, Unit } from './card.ts'
import type { CheckInFact, DayNumber } from './facts.ts'
import { estimateOf, type FoundGroup, type Short, shortOf } from './finding.ts'
import { byUse } from './looks.ts'

type Sum = { sum: number; answers: number }

/** The week of a day; weeks begin on Monday. */
export const weekOf = (day: DayNumber): number => Math.floor((day + 3) / 7)

const addTo = (sums: Map<number, Sum>, at: number, value: number) => {
  const known = sums.get(at)
  if (known) {
    known.sum += value
    known.answers += 1
  } else sums.set(at, { sum: value, answers: 1 })
}

/** Felt of one group, or of all. */
export type Side = {
  n: number
  cantTell: number
  missing: number
  readonly days: Map<DayNumber, Sum>
  readonly blocks: Map<number, Sum>
}

export const newSide = (): Side => ({ n: 0, cantTell: 0, missing: 0, days: new Map(), blocks: new Map() })

/** Counts a check-in on a side, in the block where it is compared. */
export const addFelt = (side: Side, { felt, cantTell, day }: CheckInFact, block: number): void => {
  if (felt !== null) {
    side.n += 1
    addTo(side.days, day, felt)
    addTo(side.blocks, block, felt)
  } else if (cantTell.includes('felt')) side.cantTell += 1
  else side.missing += 1
}

/** The level of a side with its interval; days are looked at in their order. */
export const levelOf = (days: ReadonlyMap<DayNumber, DaySum>): Estimate | null => {
  const sorted = [...days].sort(([one], [other]) => one - other).map(([, sum]) => sum)
  const found = meanInterval(sorted, 0, 10)
  return found && { value: found.mean, interval: found.interval }
}

/** What is left of `all` without `some`. */
const less = (all: ReadonlyMap<number, DaySum>, some: ReadonlyMap<number, DaySum>): Map<number, DaySum> => {
  const left = new Map<number, DaySum>()
  for (const [at, { sum, answers }] of all) {
    const out = some.get(at)
    const rest = { sum: sum - (out?.sum ?? 0), answers: answers - (out?.answers ?? 0) }
    if (rest.answers > 0) left.set(at, rest)
  }
  return left
}

/** The variance of single answers inside their blocks, from Σ y² and the sums of blocks. */
export const varianceWithin = (squares: number, blocks: ReadonlyMap<number, DaySum>): number => {
  let between = 0
  let answers = 0
  for (const one of blocks.values()) {
    between += one.sum ** 2 / one.answers
    answers += one.answers
  }
  return answers > blocks.size ? Math.max(0, squares - between) / (answers - blocks.size) : 0
}

const blockSums = (side: Side, all: ReadonlyMap<number, DaySum>): BlockSums[] => {
  const sums: BlockSums[] = []
  for (const [block, { sum, answers }] of side.blocks) {
    const whole = all.get(block)
    if (whole)
      sums.push({ withN: answers, withSum: sum, restN: whole.answers - answers, restSum: whole.sum - sum })
  }
  return sums
}

/** One group against everything else in the same blocks; `key` names the question. */
export type Compared = {
  readonly id: string
  readonly key: string
  readonly side: Side
  readonly all: Side
  /** Of felt, over all. */
  readonly squares: number
}

type Found = Compared & { readonly difference: Difference | null; readonly rarer: number }

const compare = (one: Compared): Found => {
  const sums = blockSums(one.side, one.all.blocks)
  const difference = differenceWithin(sums, varianceWithin(one.squares, one.all.blocks))
  return { ...one, difference, rarer: Math.min(one.side.n, one.all.n - one.side.n) }
}

/** Below so many answers nothing can be said of how many more it takes. */
const fewestToForesee = 20

/** Of three uses about so much of two single answers is learnt: the rest of the week stands against them. */
const usual = 0.7

/** How much greater the errors are than independent answers would give, over all groups of a card, drawn towards 1.2. */
const likeness = (found: readonly Found[]): number => {
  let sum = 1.2 * 20
  let weight = 20
  for (const { difference } of found) {
    if (!difference || difference.plain === 0) continue
    sum += difference.df * (difference.error / difference.plain) ** 2
    weight += difference.df
  }
  return sum / weight
}

/** The error as far ahead as it can be known: from the spread of all answers, not from this group's few weeks. */
const foreseen = ({ difference, side, all, squares, rarer }: Found, alike: number): number | null => {
  if (all.n < fewestToForesee || rarer === 0) return null
  const variance = varianceWithin(squares, all.blocks)
  if (variance === 0) return null
  const plain = difference?.plain ?? Math.sqrt(variance / (usual * side.n))
  return plain * Math.sqrt(alike)
}

/** Every group of a card against the rest, with its test and with what is short. `of` is what a group counts. */
export const foundGroups = (compared: readonly Compared[], of: Unit = 'check-ins'): readonly FoundGroup[] => {
  const found = compared.map(compare)
  const alike = likeness(found)
  return found.map((one): FoundGroup => {
    const { id, key, side, all, difference, rarer } = one
    const rest = less(all.days, side.days)
    const against = levelOf(rest)
    const known = shortOf(side.n, foreseen(one, alike), of)
    const short: Short = difference === null && known === 'enough' ? { more: null, of } : known
    return {
      id,
      n: side.n,
      cantTell: side.cantTell,
      missing: side.missing,
      level: levelOf(side.days),
      against: against && { ...against, n: all.n - side.n },
      difference: difference && estimateOf(difference),
      test: difference && { key, p: difference.p, n: rarer, plan: byUse },
      short,
      marks: null,
    }
  })
}
