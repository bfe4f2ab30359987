/** How much it takes to claim what is there. */
import { tBeyond } from '../stats/distributions.ts'
import { type Family, level, shareOfOne } from './budgets.ts'
import type { LookPlan } from './looks.ts'

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
