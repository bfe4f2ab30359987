/** Effects of several arms against one comparison, at the same starting level: the analysis of covariance. */
import { type Difference, withError } from './blocks.ts'

/** One observation; arm 0 is the comparison. Weights are above 0 and even out unequal chances of being drawn. */
export type Observation = {
  readonly arm: number
  readonly y: number
  readonly covariates: readonly number[]
  readonly weight: number
}

/** An effect in the units of y, with the observations of its own arm and of the comparison. */
export type Effect = Difference & { readonly n: number; readonly compared: number }

/** Fewer observations in an arm give no effect. */
export const fewestInArm = 5

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

type Arm = { n: number; weight: number; y: number; x: number[] }

const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0)

const armMeans = (rows: readonly Observation[], arms: number, size: number): Arm[] => {
  const means: Arm[] = Array.from({ length: arms }, () => ({ n: 0, weight: 0, y: 0, x: Array(size).fill(0) }))
  for (const { arm, y, covariates, weight } of rows) {
    const mean = means[arm]
    if (!mean) continue
    mean.n += 1
    mean.weight += weight
    mean.y += weight * y
    for (let at = 0; at < size; at += 1) mean.x[at] = (mean.x[at] ?? 0) + weight * (covariates[at] ?? 0)
  }
  for (const mean of means) {
    const weight = mean.weight || 1
    mean.y /= weight
    mean.x = mean.x.map(value => value / weight)
  }
  return means
}

/**
 * The effect of each arm from 1 on: (ȳ of the arm − ȳ of the comparison) − slopes · (covariate means apart), with slopes common to all
 * arms (weighted least squares; Fisher 1932, Statistical Methods for Research Workers, section 49.1). As arms are drawn by chance, this
 * holds whatever the true shape (Lin 2013, Ann. Appl. Stat. 7, 295–318), and neighbouring sessions that are alike do no harm. Errors are
 * HC2 (MacKinnon & White 1985, J. Econometrics 29, 305–325), with Satterthwaite's degrees of freedom over the arms. Null for an arm
 * with fewer than five observations, for all where the comparison has fewer. Covariates without any spread are left out.
 */
export const ancova = (rows: readonly Observation[], arms: number): readonly (Effect | null)[] => {
  const asked = rows[0]?.covariates.length ?? 0
  const none = Array.from({ length: Math.max(0, arms - 1) }, () => null)
  const means = armMeans(rows, arms, asked)
  const base = means[0]
  if (!base || base.n < fewestInArm) return none
  const apart = (row: Observation) => row.covariates.map((value, at) => value - (means[row.arm]?.x[at] ?? 0))
  const square = (size: number) =>
    Array.from({ length: size }, (_, one) =>
      Array.from({ length: size }, (_, other) =>
        rows.reduce((sum, row) => {
          const x = apart(row)
          return sum + row.weight * (x[one] ?? 0) * (x[other] ?? 0)
        }, 0),
      ),
    )
  const inverted = asked > 0 ? inverse(square(asked)) : []
  if (inverted === null)
    return ancova(
      rows.map(row => ({ ...row, covariates: row.covariates.slice(0, asked - 1) })),
      arms,
    )
  const cross = inverted.map((_, at) =>
    rows.reduce(
      (sum, row) => sum + row.weight * (apart(row)[at] ?? 0) * (row.y - (means[row.arm]?.y ?? 0)),
      0,
    ),
  )
  const slopes = inverted.map(line => dot(line, cross))
  const freedom = rows.length - means.filter(({ n }) => n > 0).length - slopes.length
  if (freedom < 1) return none
  const parts = rows.map(row => {
    const mean = means[row.arm] ?? base
    const x = apart(row)
    const turned = inverted.map(line => dot(line, x))
    const left = row.y - mean.y - dot(slopes, x)
    const leverage = row.weight * (1 / mean.weight + dot(turned, x))
    return { row, turned, left, spread: left ** 2 / Math.max(1e-3, 1 - leverage) }
  })
  const variance = parts.reduce((sum, { left }) => sum + left ** 2, 0) / freedom
  return means.slice(1).map((mean, index) => {
    if (mean.n < fewestInArm) return null
    const gap = mean.x.map((value, at) => value - (base.x[at] ?? 0))
    const value = mean.y - base.y - dot(slopes, gap)
    const errors = [0, 0, 0]
    let plain = 0
    for (const { row, turned, spread } of parts) {
      const side = row.arm === index + 1 ? 1 : row.arm === 0 ? -1 : 0
      const pull = row.weight * ((side === 0 ? 0 : side / (side > 0 ? mean : base).weight) - dot(turned, gap))
      const place = side > 0 ? 1 : side < 0 ? 0 : 2
      errors[place] = (errors[place] ?? 0) + pull ** 2 * spread
      plain += pull ** 2 * variance
    }
    const sizes = [base.n, mean.n, rows.length - base.n - mean.n]
    const total = errors.reduce((sum, error) => sum + error, 0)
    const df =
      total ** 2 / errors.reduce((sum, error, at) => sum + error ** 2 / Math.max(1, (sizes[at] ?? 1) - 1), 0)
    const found = withError(value, Math.sqrt(total), total > 0 ? df : 1)
    return { ...found, plain: Math.sqrt(plain), n: mean.n, compared: base.n }
  })
}
