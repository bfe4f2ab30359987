/** How much answers move: standard deviation, change from one to the next, and how long a level lasts. */

/** Sums over answers y: n, Σ y, Σ y². */
export const answerSums = 3

/** Sums over pairs of answers that follow one another closely: n, Σ from, Σ to, Σ from², Σ to², Σ from · to. */
export const pairSums = 6

export const addAnswer = (sums: Float64Array, y: number): void => {
  sums[0] = (sums[0] ?? 0) + 1
  sums[1] = (sums[1] ?? 0) + y
  sums[2] = (sums[2] ?? 0) + y * y
}

export const addPair = (sums: Float64Array, from: number, to: number): void => {
  const added = [1, from, to, from * from, to * to, from * to]
  added.forEach((value, at) => {
    sums[at] = (sums[at] ?? 0) + value
  })
}

/** Fewer pairs give neither change nor inertia. */
const fewestPairs = 20

/** The sample standard deviation √(Σ(y − ȳ)² / (n − 1)), in the units of the answers; null with fewer than two. */
export const deviation = ([n = 0, sum = 0, squares = 0]: Float64Array): number | null =>
  n < 2 ? null : Math.sqrt(Math.max(0, squares - sum ** 2 / n) / (n - 1))

/**
 * The root of the mean squared successive difference, √(Σ(to − from)² / n), in the units of the answers: von Neumann et al. (1941), Ann.
 * Math. Stat. 12, 153–162; for moods Jahng, Wood & Trull (2008), Psychological Methods 13, 354–375. Null with fewer than 20 pairs.
 */
export const successiveChange = ([n = 0, , , before = 0, after = 0, cross = 0]: Float64Array):
  | number
  | null => (n < fewestPairs ? null : Math.sqrt(Math.max(0, before + after - 2 * cross) / n))

/**
 * Inertia: the correlation ρ of an answer with the one before it, −1 to 1. The sample correlation r of n pairs is too low by about
 * (1 + 3ρ)/n (Marriott & Pope 1954, Biometrika 41, 390–402), so ρ = (n·r + 1)/(n − 3), kept within ±1. Null with fewer than 20 pairs,
 * and where the answers do not move at all. Pairs across a night are to be left out before.
 */
export const inertia = ([n = 0, from = 0, to = 0, before = 0, after = 0, cross = 0]: Float64Array):
  | number
  | null => {
  if (n < fewestPairs) return null
  const [one, other] = [before - from ** 2 / n, after - to ** 2 / n]
  // Sums of whole numbers leave a hair where nothing moves.
  if (one <= 1e-9 * before || other <= 1e-9 * after) return null
  const r = (cross - (from * to) / n) / Math.sqrt(one * other)
  return Math.max(-1, Math.min(1, (n * r + 1) / (n - 3)))
}
