/** How many words are in use: an effective number that does not grow because more was written down. */

/** Fewer check-ins with words give no number. */
export const fewestWithWords = 20

/** ln n! for n up to `most`. */
const logFactorials = (most: number): Float64Array => {
  const logs = new Float64Array(most + 1)
  for (let n = 2; n <= most; n += 1) logs[n] = (logs[n - 1] ?? 0) + Math.log(n)
  return logs
}

/**
 * The effective number of words, exp of the Shannon entropy, expected in `size` check-ins drawn without replacement from `all`; `counts`
 * says how many of them have each word. A word is in k of those drawn with the hypergeometric probability, and with U words
 * among them H = Σ −(k/U) ln(k/U) · P(k). Rarefaction of the Hill number of order 1 for incidences: Chao et al. (2014), Ecological
 * Monographs 84, 45–67, https://doi.org/10.1890/13-0133.1. Check-ins are drawn and not words, because the words of one differ from each
 * other. A hundred uses of one word and one of another count as about one word; ten used alike count as nearly ten. Null with fewer
 * than 20 check-ins or a size of which there are not enough.
 */
export const effectiveWords = (counts: ArrayLike<number>, all: number, size: number): number | null => {
  if (all < fewestWithWords || size < 1 || all < size) return null
  let uses = 0
  for (let word = 0; word < counts.length; word += 1) uses += counts[word] ?? 0
  if (uses === 0) return null
  const logs = logFactorials(all)
  const logChoose = (of: number, some: number) => (logs[of] ?? 0) - (logs[some] ?? 0) - (logs[of - some] ?? 0)
  const whole = logChoose(all, size)
  const drawnUses = (size * uses) / all
  let entropy = 0
  for (let word = 0; word < counts.length; word += 1) {
    const count = counts[word] ?? 0
    for (let drawn = Math.max(1, size - (all - count)); drawn <= Math.min(count, size); drawn += 1) {
      const chance = Math.exp(logChoose(count, drawn) + logChoose(all - count, size - drawn) - whole)
      entropy -= (drawn / drawnUses) * Math.log(drawn / drawnUses) * chance
    }
  }
  return Math.exp(entropy)
}
