/** Steps and waves in a level that drifts by itself: regression whose errors wander, for every pace of wandering that fits. */
import { beyondF2, tBelow } from './distributions.ts'

/** Means of equal steps of time (days or weeks), oldest first; `counts` answers each, 0 where there is none. */
export type Series = { readonly means: ArrayLike<number>; readonly counts: ArrayLike<number> }

/** What one pace of wandering says, and how well that pace fits; weights add up to 1. */
export type DriftFit = {
  readonly weight: number
  /** Of the level, then of each column. */
  readonly slopes: readonly number[]
  readonly covariance: readonly (readonly number[])[]
  readonly df: number
  /** Steps after which a deviation has fallen to 1/e, the variance of the wandering, and that of a single answer around it. */
  readonly pace: number
  readonly wandering: number
  readonly noise: number
}

/** Steps with answers; fewer give no fit. */
export const fewestSteps = 12

const paces = [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256]
const noises = [0.1, 0.4, 1.2, 4, 12, 40]

type Sums = { readonly cross: Float64Array; readonly logs: number; readonly steps: number }

/** One pass of the Kalman filter over y and the columns together: their innovations, squared and crossed. */
const filtered = (
  series: Series,
  columns: readonly ArrayLike<number>[],
  phi: number,
  noise: number,
): Sums => {
  const size = columns.length + 2
  const state = new Float64Array(size)
  const fresh = new Float64Array(size)
  const cross = new Float64Array(size * size)
  const innovation = 1 - phi * phi
  let variance = 1
  let logs = 0
  let steps = 0
  for (let at = 0; at < series.means.length; at += 1) {
    const count = series.counts[at] ?? 0
    if (count > 0) {
      const total = variance + noise / count
      const gain = variance / total
      for (let one = 0; one < size; one += 1) {
        const seen = one === 0 ? (series.means[at] ?? 0) : one === 1 ? 1 : (columns[one - 2]?.[at] ?? 0)
        const left = seen - (state[one] ?? 0)
        fresh[one] = left
        state[one] = (state[one] ?? 0) + gain * left
      }
      for (let one = 0; one < size; one += 1)
        for (let other = 0; other <= one; other += 1)
          cross[one * size + other] =
            (cross[one * size + other] ?? 0) + ((fresh[one] ?? 0) * (fresh[other] ?? 0)) / total
      logs += Math.log(total)
      variance *= 1 - gain
      steps += 1
    }
    for (let one = 0; one < size; one += 1) state[one] = (state[one] ?? 0) * phi
    variance = phi * phi * variance + innovation
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
 * y = level + Σ slope · column + wandering + noise / count, with a wandering that decays (an Ornstein–Uhlenbeck process, which takes
 * gaps as they come) from half a step to 256, and noise of 0.1 to 40 times its variance. Each of these 60 is a generalised least squares
 * (Kalman filter: Harvey 1989, Forecasting, Structural Time Series Models, section 3.4) and weighs by its restricted likelihood
 * (Harville 1977, JASA 72, 320–338), so that not knowing how slow the drift is widens every interval. Empty with fewer than twelve
 * steps, where columns say the same, or where nothing ever changes.
 */
export const driftFits = (series: Series, columns: readonly ArrayLike<number>[]): readonly DriftFit[] => {
  const found: (DriftFit & { readonly logLikelihood: number })[] = []
  for (const pace of paces)
    for (const noise of noises) {
      const sums = filtered(series, columns, Math.exp(-1 / pace), noise)
      if (sums.steps < fewestSteps) return []
      const fit = solved(sums, columns.length + 2)
      if (fit) found.push({ ...fit, weight: 0, pace, wandering: fit.variance, noise: fit.variance * noise })
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

/** Two slopes at once, both zero or not: F with 2 degrees of freedom, weighed over the fits. 1 without fits. */
export const pairP = (fits: readonly DriftFit[], one: number, other: number): number =>
  fits.length === 0
    ? 1
    : fits.reduce((sum, { weight, slopes, covariance, df }) => {
        const [a, b] = [slopes[one] ?? 0, slopes[other] ?? 0]
        const [aa, ab, bb] = [
          covariance[one]?.[one] ?? 0,
          covariance[one]?.[other] ?? 0,
          covariance[other]?.[other] ?? 0,
        ]
        const f = (a * a * bb - 2 * a * b * ab + b * b * aa) / (2 * (aa * bb - ab * ab))
        return sum + weight * beyondF2(f, df)
      }, 0)
