/** How the error rate of everything that Patterns may claim is parted, and how much it takes to find what is there. */
import { tBeyond } from '../stats/distributions.ts'
import type { LookPlan } from './looks.ts'

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

/** z for 80 in a hundred. */
const found = 0.84

/** So many degrees of freedom that Student's t is the normal distribution. */
const many = 1e6

/**
 * How many times its error a difference has to be, for the look that may spend most to claim it in 80 of a hundred, where nothing else is
 * claimed: between 3.3 of a marker and 4.5 of a weekday. A single test at 5 % would ask for 2.8, and where data for that many are there, a
 * page that looks at so much would seldom say anything. `leaning` is the part of the rate that goes to the direction that is looked for,
 * 0.5 where both have as much.
 */
export const poweredFor = (family: Family, plan: LookPlan, leaning = 0.5): number => {
  const spent = Math.max(...plan.map(([, share]) => share))
  return tBeyond(level * shareOfOne(family, 0) * spent * 2 * leaning, many) + found
}
