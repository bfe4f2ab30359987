/** Steps and waves in a level that drifts by itself: regression whose errors wander, for every pace of wandering that fits. */
import { tBelow } from './distributions.ts'

/** Means of equal steps of time (days or weeks), oldest first; `counts` answers each, 0 where there is none. */
export type Series = { readonly means: ArrayLike<number>; readonly counts: ArrayLike<number> }

/** What one way of wandering says, and how well it fits; weights add up to 1. */
export type DriftFit = {
  readonly weight: number
  /** Of the level, then of each column. */
  readonly slopes: readonly number[]
  readonly covariance: readonly (readonly number[])[]
  readonly df: number
  /** Steps after which the slow part has fallen to 1/e, and how much of the quick part goes on to the next step. */
  readonly pace: number
  readonly carry: number
  /** The variances of the two parts. */
  readonly slow: number
  readonly quick: number
}

/** Steps with answers; fewer give no fit. */
const fewestSteps = 12

/** One way of wandering: see `DriftFit` for the first two, and `driftFits` for the ratio. `likely` weighs it before anything is seen. */
export type Way = {
  readonly pace: number
  readonly carry: number
  readonly ratio: number
  readonly likely: number
}

/** Every pace with every carry and every ratio, weighed by `likely`. */
export const waysOf = (
  paces: readonly number[],
  ratios: readonly number[],
  likely: (pace: number, ratio: number) => number,
): readonly Way[] =>
  paces.flatMap(pace =>
    [0, 0.3, 0.6].flatMap(carry =>
      ratios.map(ratio => ({ pace, carry, ratio, likely: likely(pace, ratio) })),
    ),
  )

/** All alike. */
const everyWay = waysOf([4, 8, 16, 32, 64, 128], [0.01, 0.05, 0.2, 0.6, 2, 6], () => 1)

/** The variance of a single answer around its step, as a multiple of the quick part's. */
export const single = 1

type Sums = { readonly cross: Float64Array; readonly logs: number; readonly steps: number }

/** One pass of the Kalman filter over y and the columns together: their innovations, squared and crossed. */
const filtered = (
  { means, counts }: Series,
  columns: readonly ArrayLike<number>[],
  decay: number,
  carry: number,
  ratio: number,
): Sums => {
  const size = columns.length + 2
  const slow = new Float64Array(size)
  const quick = new Float64Array(size)
  const fresh = new Float64Array(size)
  const cross = new Float64Array(size * size)
  let [slowVariance, both, quickVariance, logs, steps] = [ratio, 0, 1, 0, 0]
  for (let at = 0; at < means.length; at += 1) {
    const count = counts[at] ?? 0
    if (count > 0) {
      const total = slowVariance + 2 * both + quickVariance + single / count
      const [slowGain, quickGain] = [(slowVariance + both) / total, (both + quickVariance) / total]
      for (let one = 0; one < size; one += 1) {
        const seen = one === 0 ? (means[at] ?? 0) : one === 1 ? 1 : (columns[one - 2]?.[at] ?? 0)
        const left = seen - (slow[one] ?? 0) - (quick[one] ?? 0)
        fresh[one] = left
        slow[one] = (slow[one] ?? 0) + slowGain * left
        quick[one] = (quick[one] ?? 0) + quickGain * left
      }
      for (let one = 0; one < size; one += 1)
        for (let other = 0; other <= one; other += 1)
          cross[one * size + other] =
            (cross[one * size + other] ?? 0) + ((fresh[one] ?? 0) * (fresh[other] ?? 0)) / total
      logs += Math.log(total)
      slowVariance -= slowGain * slowGain * total
      both -= slowGain * quickGain * total
      quickVariance -= quickGain * quickGain * total
      steps += 1
    }
    for (let one = 0; one < size; one += 1) {
      slow[one] = (slow[one] ?? 0) * decay
      quick[one] = (quick[one] ?? 0) * carry
    }
    slowVariance = decay * decay * slowVariance + ratio * (1 - decay * decay)
    both *= decay * carry
    quickVariance = carry * carry * quickVariance + 1 - carry * carry
  }
  return { cross, logs, steps }
}

/** Solves the least squares of `filtered`: Cholesky of the columns' part. Null where columns say the same. */
const solved = ({ cross, logs, steps }: Sums, size: number) => {
  const p = size - 1
  const at = (one: number, other: number) =>
    (one >= other ? cross[one * size + other] : cross[other * size + one]) ?? 0
  const factor = Array.from({ length: p }, () => new Float64Array(p))
  for (let row = 0; row < p; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = at(row + 1, column + 1)
      for (let k = 0; k < column; k += 1) sum -= (factor[row]?.[k] ?? 0) * (factor[column]?.[k] ?? 0)
      const line = factor[row]
      if (!line) return null
      if (row === column) {
        if (sum <= 1e-9 * at(row + 1, row + 1)) return null
        line[row] = Math.sqrt(sum)
      } else line[column] = sum / (factor[column]?.[column] ?? 1)
    }
  const solve = (right: readonly number[]): number[] => {
    const middle: number[] = []
    for (let row = 0; row < p; row += 1) {
      let sum = right[row] ?? 0
      for (let k = 0; k < row; k += 1) sum -= (factor[row]?.[k] ?? 0) * (middle[k] ?? 0)
      middle.push(sum / (factor[row]?.[row] ?? 1))
    }
    const slopes = [...middle]
    for (let row = p - 1; row >= 0; row -= 1) {
      let sum = middle[row] ?? 0
      for (let k = row + 1; k < p; k += 1) sum -= (factor[k]?.[row] ?? 0) * (slopes[k] ?? 0)
      slopes[row] = sum / (factor[row]?.[row] ?? 1)
    }
    return slopes
  }
  const right = Array.from({ length: p }, (_, index) => at(0, index + 1))
  const slopes = solve(right)
  const df = steps - p
  const rest = at(0, 0) - slopes.reduce((sum, slope, index) => sum + slope * (right[index] ?? 0), 0)
  if (df < 1 || rest <= 1e-9) return null
  const variance = rest / df
  const covariance = right.map((_, index) =>
    solve(right.map((_, other) => (other === index ? 1 : 0))).map(value => value * variance),
  )
  const logDet = factor.reduce((sum, line, index) => sum + 2 * Math.log(line[index] ?? 1), 0)
  return { slopes, covariance, df, variance, logLikelihood: -0.5 * (df * Math.log(variance) + logs + logDet) }
}

/**
 * y = level + Σ slope · column + slow part + quick part + noise / count. The slow part decays (an Ornstein–Uhlenbeck process, which takes
 * gaps as they come), the quick one keeps some of itself from step to step, and the variance of the slow one is so many times that of the
 * other: 4 to 128 steps, 0 to 0.6 and 0.01 to 6 in `everyWay`. Each of these ways is a generalised least squares (Kalman filter: Harvey 1989, Forecasting, Structural Time
 * Series Models, section 3.4) and weighs by its restricted likelihood (Harville 1977, JASA 72, 320–338), so that not knowing how
 * slow the drift is widens every interval. Empty with fewer than twelve steps, where columns say the same, or where nothing changes.
 */
export const driftFits = (
  series: Series,
  columns: readonly ArrayLike<number>[],
  ways: readonly Way[] = everyWay,
): readonly DriftFit[] => {
  const found: (DriftFit & { readonly logLikelihood: number })[] = []
  for (const { pace, carry, ratio, likely } of ways) {
    const sums = filtered(series, columns, Math.exp(-1 / pace), carry, ratio)
    if (sums.steps < fewestSteps) return []
    const fit = solved(sums, columns.length + 2)
    if (!fit) continue
    const { variance, logLikelihood, ...rest } = fit
    found.push({
      ...rest,
      ...{ weight: 0, pace, carry, slow: variance * ratio, quick: variance },
      logLikelihood: logLikelihood + Math.log(likely),
    })
  }
  const best = Math.max(...found.map(fit => fit.logLikelihood))
  const likely = found.map(fit => Math.exp(fit.logLikelihood - best))
  const all = likely.reduce((sum, weight) => sum + weight, 0)
  return found.map(({ logLikelihood: _, ...fit }, index) => ({ ...fit, weight: (likely[index] ?? 0) / all }))
}

/** One slope over all fits: a mixture of Student's t. `index` 0 is the level. Null without fits. */
export const slopeOf = (fits: readonly DriftFit[], index: number) => {
  const likely = fits.filter(({ weight }) => weight > 1e-6)
  if (likely.length === 0) return null
  const parts = likely.map(({ weight, slopes, covariance, df }) => ({
    weight,
    df,
    value: slopes[index] ?? 0,
    error: Math.sqrt(covariance[index]?.[index] ?? 0),
  }))
  const below = (at: number) =>
    parts.reduce((sum, { weight, df, value, error }) => sum + weight * tBelow((at - value) / error, df), 0)
  const value = parts.reduce((sum, part) => sum + part.weight * part.value, 0)
  const error = Math.sqrt(
    parts.reduce((sum, part) => sum + part.weight * (part.error ** 2 + (part.value - value) ** 2), 0),
  )
  const place = (share: number) => {
    let [low, high] = [value - 100 * error, value + 100 * error]
    for (let step = 0; step < 50; step += 1) {
      const middle = (low + high) / 2
      if (below(middle) < share) low = middle
      else high = middle
    }
    return (low + high) / 2
  }
  const under = below(0)
  return {
    value,
    error,
    interval: { from: place(0.025), to: place(0.975) },
    p: Math.min(1, 2 * Math.min(under, 1 - under)),
  }
}
