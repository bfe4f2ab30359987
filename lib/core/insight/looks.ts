/** When a question is looked at again, and how much of its error rate each look may spend. */

/** Steps of size, each with the share of the error rate that is free from there on; the shares add up to 1 at most. */
export type LookPlan = readonly (readonly [n: number, share: number])[]

/** For what grows by the answer: after 15 of the rarer side, and whenever that has doubled. */
export const byUse: LookPlan = [
  [15, 0.1],
  [30, 0.25],
  [60, 0.4],
  [120, 0.15],
  [240, 0.07],
  [480, 0.03],
]

/** For pauses: most at the number that a year of use brings. */
export const byPauses: LookPlan = [
  [15, 0.03],
  [30, 0.15],
  [60, 0.5],
  [120, 0.2],
  [240, 0.08],
  [480, 0.04],
]

/** For a marker: after two weeks of answered days after it, and whenever they have doubled; drift is told from a step late. */
export const byDay: LookPlan = [
  [14, 0.02],
  [28, 0.05],
  [56, 0.13],
  [112, 0.3],
  [224, 0.5],
]

/** For the season: after each winter from the second on. */
export const byWinter: LookPlan = [
  [2, 0.3],
  [3, 0.4],
  [4, 0.15],
  [5, 0.1],
  [6, 0.05],
]

/** What is remembered of a question: the steps it has passed, and the least p-value over its looks, each divided by its share. */
export type Looked = { readonly steps: number; readonly best: number; readonly direction: 'higher' | 'lower' }

/**
 * A question after `n` data. Weekly looks for a year would make one true nothing look like something 29 times in a hundred; here a look
 * is taken only when the data have reached a new step, and the p-value of each is divided by the share that the step (and any that was passed
 * over) may spend: alpha spending by information, Lan & DeMets (1983), Biometrika 70, 659–663. The least of them is a p-value over all
 * looks, by Bonferroni's inequality, whatever depends on what. Chosen over e-values: those that hold with autocorrelated, bounded answers
 * and at every moment ask for about a third more data at the sizes that a person reaches in a year.
 */
export const lookAgain = (
  before: Looked | null,
  n: number,
  p: number,
  direction: Looked['direction'],
  plan: LookPlan,
): Looked | null => {
  const steps = plan.filter(([from]) => n >= from).length
  const passed = before?.steps ?? 0
  if (steps <= passed) return before
  const share = plan.slice(passed, steps).reduce((sum, [, part]) => sum + part, 0)
  const now = Math.min(1, p / share)
  return before !== null && before.best <= now ? { ...before, steps } : { steps, best: now, direction }
}
