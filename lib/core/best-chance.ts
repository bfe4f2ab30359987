/** How likely each of a few is the best of them, and probabilities kept within bounds: Thompson sampling without drawing. */

/** What is known of an effect: about normal, in the units of the goal. */
export type Effect = { readonly mean: number; readonly sd: number }

/** Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 7.1.26: within 1.5e-7. */
const erf = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return Math.sign(x) * (1 - sum * Math.exp(-x * x))
}

const below = (x: number, { mean, sd }: Effect): number => (1 + erf((x - mean) / (sd * Math.SQRT2))) / 2

const cells = 120
/** So many standard deviations to each side hold all that counts. */
const reach = 5

/**
 * The probability of each to be the greatest, for independent normal effects with sd > 0: ∫ f_i(x) ∏ F_j(x) dx over 120 cells. This is
 * how often Thompson sampling would choose each (Thompson 1933, Biometrika 25, 285–294, https://doi.org/10.1093/biomet/25.3-4.285), known
 * rather than drawn, so that it can be logged. They add up to 1.
 */
export const chancesToBeBest = (effects: readonly Effect[]): readonly number[] => {
  if (effects.length < 2) return effects.map(() => 1)
  const low = Math.min(...effects.map(({ mean, sd }) => mean - reach * sd))
  const high = Math.max(...effects.map(({ mean, sd }) => mean + reach * sd))
  const sums = effects.map(() => 0)
  let before = effects.map(effect => below(low, effect))
  for (let cell = 1; cell <= cells; cell += 1) {
    const x = low + ((high - low) * cell) / cells
    const now = effects.map(effect => below(x, effect))
    const middle = now.map((value, at) => (value + (before[at] ?? 0)) / 2)
    for (const [at, value] of now.entries()) {
      const others = middle.reduce((product, one, other) => (other === at ? product : product * one), 1)
      sums[at] = (sums[at] ?? 0) + (value - (before[at] ?? 0)) * others
    }
    before = now
  }
  const all = sums.reduce((sum, one) => sum + one, 0)
  return sums.map(one => one / all)
}

/**
 * Probabilities that add up to 1, each between `floor` and `ceiling`; what is free keeps its proportions. `floor` · n ≤ 1 ≤ `ceiling` · n
 * for n ≥ 2 of them.
 */
export const within = (
  probabilities: readonly number[],
  floor: number,
  ceiling: number,
): readonly number[] => {
  if (probabilities.length < 2) return probabilities
  const held = probabilities.map((): number | null => null)
  const shared = (): readonly number[] => {
    const left = 1 - held.reduce((sum: number, one) => sum + (one ?? 0), 0)
    const free = probabilities.filter((_, at) => held[at] === null)
    const sum = free.reduce((total, one) => total + one, 0)
    return probabilities.map(
      (one, at) => held[at] ?? (sum > 0 ? (one / sum) * left : left / Math.max(1, free.length)),
    )
  }
  // Each turn holds one or more at a bound, so that there are at most as many turns as there are probabilities.
  for (const _ of probabilities) {
    const now = shared()
    const over = now.flatMap((one, at) => (held[at] === null && one > ceiling ? [at] : []))
    const under = now.flatMap((one, at) => (held[at] === null && one < floor ? [at] : []))
    const bound = over.length > 0 ? ceiling : floor
    for (const at of over.length > 0 ? over : under) held[at] = bound
    if (over.length + under.length === 0) break
  }
  return shared()
}
