/** How much answers move: standard deviation, change from one to the next, and how long a level lasts. */

/** Two answers that follow one another closely, the earlier first. */
export type Pair = { readonly from: number; readonly to: number }

/** Fewer pairs give neither change nor inertia. */
export const fewestPairs = 20

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** The sample standard deviation √(Σ(y − ȳ)² / (n − 1)), in the units of the answers; null with fewer than two. */
export const deviation = (values: readonly number[]): number | null => {
  if (values.length < 2) return null
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/**
 * The root of the mean squared successive difference, √(Σ(to − from)² / n), in the units of the answers: von Neumann et al. (1941), Ann.
 * Math. Stat. 12, 153–162; for moods Jahng, Wood & Trull (2008), Psychological Methods 13, 354–375. Null with fewer than 20 pairs.
 */
export const successiveChange = (pairs: readonly Pair[]): number | null =>
  pairs.length < fewestPairs ? null : Math.sqrt(meanOf(pairs.map(({ from, to }) => (to - from) ** 2)))

/**
 * Inertia: the correlation ρ of an answer with the one before it, −1 to 1. The sample correlation r of n pairs is too low by about
 * (1 + 3ρ)/n (Marriott & Pope 1954, Biometrika 41, 390–402), so ρ = (n·r + 1)/(n − 3), kept within ±1. Null with fewer than 20 pairs,
 * and where the answers do not move at all. Pairs across a night are to be left out before.
 */
export const inertia = (pairs: readonly Pair[]): number | null => {
  const n = pairs.length
  if (n < fewestPairs) return null
  const [from, to] = [meanOf(pairs.map(pair => pair.from)), meanOf(pairs.map(pair => pair.to))]
  let [cross, before, after] = [0, 0, 0]
  for (const pair of pairs) {
    cross += (pair.from - from) * (pair.to - to)
    before += (pair.from - from) ** 2
    after += (pair.to - to) ** 2
  }
  if (before === 0 || after === 0) return null
  const r = cross / Math.sqrt(before * after)
  return Math.max(-1, Math.min(1, (n * r + 1) / (n - 3)))
}
