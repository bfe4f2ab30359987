/** Intervals for any number, by leaving out one run of days after another. */
import { tBeyond } from './distributions.ts'

/** The history is cut into so many runs of about as many items. */
export const runs = 10

/** Fewer items give no interval. */
export const fewestItems = 40

/**
 * θ ± t(0.975; G − 1) · √((G − 1)/G · Σ (θ without run g − their mean)²) over G = 10 runs of neighbouring items: the block jackknife of
 * Künsch (1989), Ann. Stat. 17, 1217–1241. Whole runs go, so answers that are alike because they are near allow no false sureness. It is
 * the linear part of the block bootstrap at ten evaluations, and the same each time. `items` come oldest first, those of a day
 * together; `statistic` may be null for what it cannot answer, and then so is the interval.
 */
export const jackknife = <Item>(
  items: readonly Item[],
  statistic: (items: readonly Item[]) => number | null,
): { readonly from: number; readonly to: number } | null => {
  if (items.length < fewestItems) return null
  const whole = statistic(items)
  const cut = (run: number) => Math.round((run * items.length) / runs)
  const left = Array.from({ length: runs }, (_, run) =>
    statistic([...items.slice(0, cut(run)), ...items.slice(cut(run + 1))]),
  )
  if (whole === null || left.some(value => value === null)) return null
  const values = left as readonly number[]
  const mean = values.reduce((sum, value) => sum + value, 0) / runs
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const half = tBeyond(0.05, runs - 1) * Math.sqrt(((runs - 1) / runs) * squares)
  return { from: whole - half, to: whole + half }
}
