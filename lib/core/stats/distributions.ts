/** The distributions that tests and intervals rest on: Student's t, by way of the incomplete beta function. */

/** ln Γ(x) for x > 0: Lanczos, g = 7, nine terms, https://en.wikipedia.org/wiki/Lanczos_approximation; good to 1e-13. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

export const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x)
  const sum = lanczos.reduce((all, term, index) => (index === 0 ? term : all + term / (x - 1 + index)), 0)
  const base = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum)
}

const tiny = 1e-300

/** The continued fraction of the incomplete beta function by Lentz's method: Numerical Recipes, 3rd edition, section 6.4. */
const betaFraction = (a: number, b: number, x: number): number => {
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return fraction
}

/** The regularised incomplete beta function I_x(a, b), 0 ≤ x ≤ 1. */
export const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, 1 - x)) / b
}

/** P(|T| ≥ |t|) of Student's t with `df` > 0 degrees of freedom, which need not be whole; 1 where t is no number. */
export const twoSided = (t: number, df: number): number =>
  Number.isNaN(t) ? 1 : incompleteBeta(df / (df + t * t), df / 2, 0.5)

/** P(T ≤ t). */
export const tBelow = (t: number, df: number): number =>
  t > 0 ? 1 - twoSided(t, df) / 2 : twoSided(t, df) / 2

/** The t > 0 with P(|T| ≥ t) = `p`, by halving; `p` in (0, 1). */
export const tBeyond = (p: number, df: number): number => {
  let low = 0
  let high = 2
  while (twoSided(high, df) > p && high < 1e9) high *= 2
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (twoSided(middle, df) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
