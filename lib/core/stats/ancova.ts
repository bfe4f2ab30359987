/** Effects of several arms against one comparison, at the same starting level: the analysis of covariance. */
import { type Difference, withError } from './blocks.ts'
import { twoSided } from './distributions.ts'

/** One observation; arm 0 is the comparison. Weights are above 0 and even out unequal chances of being drawn. */
export type Observation = {
  readonly arm: number
  readonly y: number
  readonly covariates: readonly number[]
  readonly weight: number
}

/** An effect in the units of y, with the observations of its own arm and of the comparison. */
export type Effect = Difference & {
  readonly n: number
  readonly compared: number
  /** Of single observations around what is expected of them, over all arms, and its degrees of freedom. */
  readonly variance: number
  readonly freedom: number
}

/** Fewer observations in an arm give no effect. */
const fewestInArm = 5

/** A⁻¹ of a small symmetric matrix by Gauss and Jordan; null where it has none (a covariate that never changes). */
const inverse = (matrix: readonly (readonly number[])[]): number[][] | null => {
  const size = matrix.length
  const rows = matrix.map((row, at) => [...row, ...row.map((_, column) => (column === at ? 1 : 0))])
  for (let at = 0; at < size; at += 1) {
    const pivots = rows.map((row, index) => (index < at ? -1 : Math.abs(row[at] ?? 0)))
    const best = pivots.indexOf(Math.max(...pivots))
    const pivot = rows[best] ?? []
    const head = pivot[at] ?? 0
    if (Math.abs(head) <= 1e-9 * Math.abs(matrix[at]?.[at] ?? 0) || head === 0) return null
    rows[best] = rows[at] ?? []
    rows[at] = pivot.map(value => value / head)
    for (let other = 0; other < size; other += 1) {
      if (other === at) continue
      const factor = rows[other]?.[at] ?? 0
      rows[other] = (rows[other] ?? []).map((value, column) => value - factor * (rows[at]?.[column] ?? 0))
    }
  }
  return rows.map(row => row.slice(size))
}

/** Numbers per arm: counts and weights, means, and the sums that errors are made of. */
type Arm = {
  n: number
  /** Squares of what is left of single observations. */
  rest: number
  weight: number
  y: number
  readonly x: number[]
  /** Σ w²s, Σ w²s·u and Σ w²s·uu′, with s the squared rest of HC2, and the same with s = 1. */
  readonly robust: Sums
  readonly even: Sums
}

type Sums = { whole: number; readonly line: number[]; readonly square: number[][] }

const dot = (one: readonly number[], other: readonly number[]): number => {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

const zeros = (size: number): number[] => Array.from({ length: size }, () => 0)

const newSums = (size: number): Sums => ({
  whole: 0,
  line: zeros(size),
  square: Array.from({ length: size }, () => zeros(size)),
})

const addOuter = (square: number[][], factor: number, x: readonly number[], y: readonly number[]): void => {
  for (let row = 0; row < square.length; row += 1) {
    const line = square[row] ?? []
    for (let column = 0; column < line.length; column += 1)
      line[column] = (line[column] ?? 0) + factor * (x[row] ?? 0) * (y[column] ?? 0)
  }
}

const addTo = (line: number[], factor: number, x: readonly number[]): void => {
  for (let at = 0; at < line.length; at += 1) line[at] = (line[at] ?? 0) + factor * (x[at] ?? 0)
}

const addSums = (sums: Sums, factor: number, turned: readonly number[]): void => {
  sums.whole += factor
  addTo(sums.line, factor, turned)
  addOuter(sums.square, factor, turned, turned)
}

/** Σ w²s (side/W − u·gap)², opened out. */
const pulled = ({ whole, line, square }: Sums, own: number, gap: readonly number[]): number =>
  own * own * whole -
  2 * own * dot(line, gap) +
  dot(
    square.map(row => dot(row, gap)),
    gap,
  )

const armMeans = (rows: readonly Observation[], arms: number, size: number): readonly Arm[] => {
  const means = Array.from(
    { length: arms },
    (): Arm => ({
      n: 0,
      rest: 0,
      weight: 0,
      y: 0,
      x: zeros(size),
      robust: newSums(size),
      even: newSums(size),
    }),
  )
  for (const { arm, y, covariates, weight } of rows) {
    const mean = means[arm]
    if (!mean) continue
    mean.n += 1
    mean.weight += weight
    mean.y += weight * y
    addTo(mean.x, weight, covariates)
  }
  for (const mean of means) {
    const weight = mean.weight || 1
    mean.y /= weight
    for (let at = 0; at < size; at += 1) mean.x[at] = (mean.x[at] ?? 0) / weight
  }
  return means
}

/**
 * The effect of each arm from 1 on: (ȳ of the arm − ȳ of the comparison) − slopes · (covariate means apart), with slopes common to all
 * arms (weighted least squares; Fisher 1932, Statistical Methods for Research Workers, section 49.1). As arms are drawn by chance, this
 * holds whatever the true shape (Lin 2013, Ann. Appl. Stat. 7, 295–318), and neighbouring sessions that are alike do no harm. Errors are
 * HC2 (MacKinnon & White 1985, J. Econometrics 29, 305–325), with Satterthwaite's degrees of freedom over the arms. Null for an arm
 * with fewer than five observations, for all where the comparison has fewer. Where a covariate has no spread of its own, the last
 * of them is left out, until the rest have.
 *
 * The interval is that of HC2. p takes the mean of two variances: that of HC2, and that of all observations taken as scattering alike, as
 * they do where no arm does anything; the latter counts for no less than the comparison's own, which an arm that does nothing shares.
 * So an arm that widens its own scatter, as one that lifts answers off the end of a scale does, is found sooner.
 */
export const ancova = (rows: readonly Observation[], arms: number): readonly (Effect | null)[] => {
  const size = rows[0]?.covariates.length ?? 0
  const none = Array.from({ length: Math.max(0, arms - 1) }, () => null)
  const means = armMeans(rows, arms, size)
  const base = means[0]
  if (!base || base.n < fewestInArm) return none
  const x = zeros(size)
  const setApart = (row: Observation, mean: Arm) => {
    for (let at = 0; at < size; at += 1) x[at] = (row.covariates[at] ?? 0) - (mean.x[at] ?? 0)
  }
  const square = Array.from({ length: size }, () => zeros(size))
  const cross = zeros(size)
  for (const row of rows) {
    const mean = means[row.arm]
    if (!mean) continue
    setApart(row, mean)
    addOuter(square, row.weight, x, x)
    addTo(cross, row.weight * (row.y - mean.y), x)
  }
  const inverted = size > 0 ? inverse(square) : []
  if (inverted === null) {
    const fewer = rows.map(row => ({ ...row, covariates: row.covariates.slice(0, size - 1) }))
    return ancova(fewer, arms)
  }
  const slopes = inverted.map(line => dot(line, cross))
  const freedom = rows.length - means.filter(({ n }) => n > 0).length - size
  if (freedom < 1) return none
  let left = 0
  const turned = zeros(size)
  for (const row of rows) {
    const mean = means[row.arm]
    if (!mean) continue
    setApart(row, mean)
    for (let at = 0; at < size; at += 1) turned[at] = dot(inverted[at] ?? [], x)
    const rest = row.y - mean.y - dot(slopes, x)
    const leverage = row.weight * (1 / mean.weight + dot(turned, x))
    left += rest * rest
    mean.rest += rest * rest
    addSums(mean.robust, (row.weight * rest) ** 2 / Math.max(1e-3, 1 - leverage), turned)
    addSums(mean.even, row.weight ** 2, turned)
  }
  return means.slice(1).map((mean, index) => {
    if (mean.n < fewestInArm) return null
    const gap = mean.x.map((value, at) => value - (base.x[at] ?? 0))
    const value = mean.y - base.y - dot(slopes, gap)
    let [own, against, others, plain] = [0, 0, 0, 0]
    means.forEach((arm, at) => {
      const side = at === index + 1 ? 1 / mean.weight : at === 0 ? -1 / base.weight : 0
      const error = pulled(arm.robust, side, gap)
      plain += (pulled(arm.even, side, gap) * left) / freedom
      if (side > 0) own += error
      else if (side < 0) against += error
      else others += error
    })
    const total = Math.max(0, own + against + others)
    const rest = rows.length - base.n - mean.n
    const spread = own ** 2 / (mean.n - 1) + against ** 2 / (base.n - 1) + others ** 2 / Math.max(1, rest - 1)
    const found = withError(value, Math.sqrt(total), spread > 0 ? total ** 2 / spread : 1)
    const alike = plain * Math.max(1, base.rest / (base.n - 1) / (left / freedom))
    const tested = Math.sqrt((total + alike) / 2)
    return {
      ...found,
      p: tested > 0 ? twoSided(value / tested, freedom) : 1,
      plain: Math.sqrt(Math.max(0, plain)),
      n: mean.n,
      compared: base.n,
      variance: left / freedom,
      freedom,
    }
  })
}
