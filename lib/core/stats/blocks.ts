/** Differences within short runs of days: what drifts slowly stands on both sides and falls out. */
import { tBeyond, twoSided } from './distributions.ts'

/** A difference of means with what is known of its error. */
export type Difference = {
  /** In the units of the values. */
  readonly value: number
  /** Its standard error, and the degrees of freedom with which that is known. */
  readonly error: number
  readonly df: number
  readonly interval: { readonly from: number; readonly to: number }
  /** Two-sided, against no difference. */
  readonly p: number
  /** The error that independent answers would give: steadier than `error`, and too small where neighbours are alike. */
  readonly plain: number
}

/** Blocks that hold both sides; fewer give no difference. */
const fewestBlocks = 6

/** Sums of one block: how many answers on either side, and what they add up to. */
export type BlockSums = {
  readonly withN: number
  readonly withSum: number
  readonly restN: number
  readonly restSum: number
}

type Part = { readonly weight: number; readonly total: number }

/** Neighbouring blocks, up to four, together, as long as about fifteen bunches are left: the end of one week is like the start of the next. */
const bunched = (parts: readonly Part[]): readonly Part[] => {
  const size = Math.max(1, Math.min(4, Math.floor(parts.length / 15)))
  if (size === 1) return parts
  const bunches: { weight: number; total: number }[] = []
  parts.forEach(({ weight, total }, index) => {
    const bunch = bunches[Math.floor(index / size)]
    if (bunch) {
      bunch.weight += weight
      bunch.total += total
    } else bunches.push({ weight, total })
  })
  return bunches
}

/**
 * The mean of one side less the mean of the other, compared inside each block and pooled: the slope of y on x with a level of its
 * own for each block. β = Σ d·b / Σ d, with b the difference inside a block and d = n₁n₀/(n₁ + n₀). Neighbouring answers are alike and
 * unevenly spaced, so the error is taken from how bunches of blocks differ, not from single answers: the cluster-robust CR2 of Bell & McCaffrey
 * (2002), Survey Methodology 28, 169–181, with their degrees of freedom (for levels absorbed: Pustejovsky & Tipton 2018, J. Bus. Econ.
 * Stat. 36, 672–683). It needs no model of how moods follow one another and one pass over the sums, where a block bootstrap takes a
 * thousand. `variance` is that of single answers inside their blocks. Null with fewer than six blocks that hold both sides.
 */
export const differenceWithin = (blocks: readonly BlockSums[], variance: number): Difference | null => {
  const both = blocks.filter(({ withN, restN }) => withN > 0 && restN > 0)
  if (both.length < fewestBlocks) return null
  const parts = bunched(
    both.map(({ withN, withSum, restN, restSum }) => {
      const weight = (withN * restN) / (withN + restN)
      return { weight, total: weight * (withSum / withN - restSum / restN) }
    }),
  )
  const all = parts.reduce((sum, { weight }) => sum + weight, 0)
  const value = parts.reduce((sum, { total }) => sum + total, 0) / all
  let squares = 0
  let own = 0
  let crossed = 0
  let fourth = 0
  for (const part of parts) {
    const share = part.weight / all
    squares += ((part.total - part.weight * value) / all) ** 2 / (1 - share)
    own += share ** 2
    crossed += share ** 2 / (1 - share)
    fourth += share ** 4 / (1 - share) ** 2
  }
  const df = 1 / (own + crossed ** 2 - fourth)
  const error = Math.sqrt(squares)
  return { ...withError(value, error, df), plain: Math.sqrt(Math.max(0, variance) / all) }
}

/** What follows from a difference, its error and its degrees of freedom; without any error there is nothing to tell. */
export const withError = (value: number, error: number, df: number): Omit<Difference, 'plain'> => {
  const half = tBeyond(0.05, df) * error
  const p = error > 0 ? twoSided(value / error, df) : 1
  return { value, error, df, interval: { from: value - half, to: value + half }, p }
}
