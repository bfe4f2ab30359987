/** How often chance alone would do as much: signs turned at random, and histories that drift and do nothing else. */
import type { Seeded } from '../seeded.ts'
import { type DriftFit, type Series, single } from './drift.ts'

/** p = (1 + as great or greater) / (1 + tries), which is never 0: Phipson & Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9, 39. */
const share = (greater: number, tries: number): number => (1 + greater) / (1 + tries)

/**
 * The two-sided p-value of a mean of differences being zero: how often |Σ| is as great when each block's sum keeps its size and takes
 * either sign alike (Fisher 1935, The Design of Experiments, section 21). The sums are whole numbers, so that
 * what all choices of signs come to is counted block by block, exactly, however many there are.
 */
export const signFlips = (blockSums: readonly number[]): number => {
  const sizes = blockSums.map(Math.abs)
  const most = sizes.reduce((sum, size) => sum + size, 0)
  /** How likely each sum is, from -most to most. */
  let shares = new Float64Array(2 * most + 1)
  shares[most] = 1
  let reached = 0
  for (const size of sizes) {
    const next = new Float64Array(shares.length)
    for (let at = most - reached; at <= most + reached; at += 1) {
      const half = (shares[at] ?? 0) / 2
      next[at - size] = (next[at - size] ?? 0) + half
      next[at + size] = (next[at + size] ?? 0) + half
    }
    reached += size
    shares = next
  }
  const seen = Math.abs(blockSums.reduce((sum, value) => sum + value, 0))
  return shares.reduce((sum, share, at) => (Math.abs(at - most) >= seen ? sum + share : sum), 0)
}

/** One made-up history at the same steps as `series`: the two parts of a fit and its noise, and nothing else. */
const drifted = ({ means, counts }: Series, fit: DriftFit, chance: Seeded): Float64Array => {
  const decay = Math.exp(-1 / fit.pace)
  const slowStep = Math.sqrt(fit.slow * (1 - decay ** 2))
  const quickStep = Math.sqrt(fit.quick * (1 - fit.carry ** 2))
  const made = new Float64Array(means.length)
  let slow = Math.sqrt(fit.slow) * chance.normal()
  let quick = Math.sqrt(fit.quick) * chance.normal()
  for (let at = 0; at < made.length; at += 1) {
    const count = counts[at] ?? 0
    made[at] = count > 0 ? slow + quick + Math.sqrt((single * fit.quick) / count) * chance.normal() : 0
    slow = decay * slow + slowStep * chance.normal()
    quick = fit.carry * quick + quickStep * chance.normal()
  }
  return made
}

/**
 * How often a history that drifts at a pace that fits, and does nothing else, gives a `statistic` as great as the real one: a parametric
 * bootstrap (Davison & Hinkley 1997, Bootstrap Methods and their Application, section 4.2.3) whose pace is drawn anew each time by its
 * weight. `fits` are those of `driftFits`; 1 without any.
 */
export const driftSurrogates = (
  series: Series,
  fits: readonly DriftFit[],
  statistic: (series: Series) => number,
  chance: Seeded,
  tries = 499,
): number => {
  const likely = fits.filter(({ weight }) => weight > 1e-6)
  if (likely.length === 0) return 1
  const seen = statistic(series)
  let greater = 0
  for (let turn = 0; turn < tries; turn += 1) {
    const fit = chance.weighed(likely.map(one => [one, one.weight] as const))
    if (statistic({ means: drifted(series, fit, chance), counts: series.counts }) >= seen) greater += 1
  }
  return share(greater, tries)
}
