/** Intervals for any number that follows from sums, by leaving out one run of days after another. */
import { tBeyond } from './distributions.ts'

/** The history is cut into so many runs of about as many items. */
export const runs = 10

/** Fewer items give no interval. */
const fewestItems = 40

/** The sums of each run; `add` adds one item to the sums of its run. Items come oldest first. */
export const runSums = <Item>(
  items: readonly Item[],
  size: number,
  add: (sums: Float64Array, item: Item) => void,
): readonly Float64Array[] => {
  const sums = Array.from({ length: runs }, () => new Float64Array(size))
  items.forEach((item, index) => {
    const run = sums[Math.floor((index * runs) / items.length)]
    if (run) add(run, item)
  })
  return sums
}

/** All runs in one. */
export const allOf = (sums: readonly Float64Array[]): Float64Array =>
  sums.reduce(
    (all, run) => all.map((value, at) => value + (run[at] ?? 0)),
    new Float64Array(sums[0]?.length ?? 0),
  )

/**
 * θ ± t(0.975; G − 1) · √((G − 1)/G · Σ (θ without run g − their mean)²) over G = 10 runs of neighbouring items: the block jackknife of
 * Künsch (1989), Ann. Stat. 17, 1217–1241. Whole runs go, so answers that are alike because they are near, or unevenly spaced, allow no
 * false sureness. It is the linear part of the block bootstrap at ten evaluations instead of a thousand, and the same each time. `of` is how
 * many items there are; null with fewer than 40, and where `statistic` has no answer without one of the runs.
 */
export const jackknife = (
  sums: readonly Float64Array[],
  of: number,
  statistic: (sums: Float64Array) => number | null,
): { readonly from: number; readonly to: number } | null => {
  if (of < fewestItems) return null
  const all = allOf(sums)
  const whole = statistic(all)
  const values: number[] = []
  for (const run of sums) {
    const value = statistic(all.map((sum, at) => sum - (run[at] ?? 0)))
    if (value === null || whole === null) return null
    values.push(value)
  }
  if (whole === null) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / runs
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const half = tBeyond(0.05, runs - 1) * Math.sqrt(((runs - 1) / runs) * squares)
  return { from: whole - half, to: whole + half }
}
