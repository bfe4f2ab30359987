/** How many words are in use: an effective number that does not grow because more was written down. */
import { logGamma } from './distributions.ts'

/** Fewer picks of words give no number. */
export const fewestPicks = 30

const logChoose = (all: number, some: number): number =>
  logGamma(all + 1) - logGamma(some + 1) - logGamma(all - some + 1)

/**
 * The effective number of words, exp of the Shannon entropy, expected in `size` picks drawn without replacement from `counts` (how often
 * each word was picked): H = Σ_k −(k/m) ln(k/m) · E[words drawn k times]. Rarefaction of the Hill number of order 1: Chao et al. (2014),
 * Ecological Monographs 84, 45–67, https://doi.org/10.1890/13-0133.1. A hundred picks of one word and one of another count as about one
 * word; ten words used alike count as nearly ten. Null with fewer than `size` picks or a size below 30.
 */
export const effectiveWords = (counts: readonly number[], size: number): number | null => {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (size < fewestPicks || all < size) return null
  const whole = logChoose(all, size)
  let entropy = 0
  for (const count of counts) {
    const from = Math.max(1, size - (all - count))
    for (let drawn = from; drawn <= Math.min(count, size); drawn += 1) {
      const chance = Math.exp(logChoose(count, drawn) + logChoose(all - count, size - drawn) - whole)
      entropy -= (drawn / size) * Math.log(drawn / size) * chance
    }
  }
  return Math.exp(entropy)
}
