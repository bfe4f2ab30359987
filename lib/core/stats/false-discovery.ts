/** Which of many findings may be claimed, so that few of the claims are chance: Benjamini and Hochberg, with weights. */

/** What is decided on: its p-value, and its share of the whole error rate. */
export type Weighed = { readonly p: number; readonly share: number }

/**
 * Whether each may be claimed, at a false-discovery rate of `level` over the family: the largest k for which k of them have
 * p ≤ level · k · share. With equal shares this is Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289–300; with others
 * Genovese, Roeder & Wasserman (2006), Biometrika 93, 509–524. Where nothing is true, and p-values are independent
 * or go together, some claim is made in at most `level` times the sum of all shares: `level` where they add up to 1.
 */
export const claimable = (family: readonly Weighed[], level: number): readonly boolean[] => {
  const ratios = family.map(({ p, share }) => (share > 0 ? p / share : Infinity))
  const sorted = ratios.toSorted((one, other) => one - other)
  const last = sorted.findLastIndex((ratio, index) => ratio <= level * (index + 1))
  const highest = sorted[last] ?? -1
  return ratios.map(ratio => ratio <= highest)
}
