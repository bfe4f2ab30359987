/** How the error rate of everything that Patterns may claim is parted. */

/** The error rate that is parted. */
export const level = 0.05

/**
 * The share of the error rate that each family of questions has, whatever else is asked, and the fewest questions among which it is
 * parted. It is parted among all that were ever looked at, because each of them had its looks: of what is made anew again and again, n
 * questions have 1 + 1/2 + … + 1/n of the share at most. A marker and the season are one question each, asked on purpose. Single pauses
 * have a share of their own, so that asking them takes nothing from the claim on their kind; where nothing is true, they are asked only
 * after a false claim on a kind, and add none.
 *
 * The shares of the others add up to 1.73: of people in whose life nothing does anything, theory bounds those with a claim at 8.7 %, as
 * long as no question is made anew. That it is 5 % within a year rests on what the looks at one question have in common and on the
 * caution of intervals that allow for drift, and is counted by `npm run truth -- nothing`. Shares that add up to 1 find less: of a marker's
 * step too little, and of what pauses do some.
 */
const budgets = {
  hour: [0.1, 6],
  weekday: [0.08, 7],
  tag: [0.2, 8],
  season: [0.13, 1],
  markers: [0.5, 1],
  reach: [0.02, 1],
  pauses: [0.7, 5],
  'single-pauses': [0.35, 4],
} as const satisfies { readonly [family: string]: readonly [share: number, fewest: number] }

export type Family = keyof typeof budgets

/** The questions that a question shares its error rate with: the first part of its key names them. */
export const familyOf = (key: string): string => key.split(':', 1)[0] ?? key

/** The share of one question where `asked` of its family were ever looked at; 0 of an unknown family. */
export const shareOfOne = (family: string, asked: number): number => {
  const [budget, fewest] = Object.hasOwn(budgets, family) ? budgets[family as Family] : [0, 1]
  return budget / Math.max(fewest, asked)
}
