/** The scale on which it is drawn how far felt moved in a pause. */
import type { Estimate, Group } from '../../lib/core/insight/card.ts'

/** Further than that it seldom moves. */
const usual = 5

const farthest = (estimate: Estimate | null): number =>
  estimate === null
    ? 0
    : Math.max(...[estimate.value, estimate.interval?.from ?? 0, estimate.interval?.to ?? 0].map(Math.abs))

/** Whole ends as far to either side that everything drawn lies between them: a bar that was cut would look like a sure one. */
export const changeEnds = (groups: readonly Pick<Group, 'level' | 'against'>[]) => {
  const far = groups.flatMap(({ level, against }) => [farthest(level), Math.abs(against?.value ?? 0)])
  const to = Math.max(usual, ...far.map(Math.ceil))
  return { from: -to, to }
}
