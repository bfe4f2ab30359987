/** Felt with a tag, against the check-ins of the same weeks without it. */
import type { Id } from '../records.ts'
import type { CheckInFact } from './facts.ts'
import { type Finding, shareOf } from './finding.ts'
import { addFelt, foundGroups, newSide, type Side, weekOf } from './sides.ts'

/** A tag that was used less often is no group yet. */
const fewestUses = 3

/** Tags beyond these, by use, are left out: a page of them would say nothing. */
const mostTags = 60

/** The most used first. */
export const tagFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const all = newSide()
  const sides = new Map<Id, Side>()
  let squares = 0
  for (const checkIn of checkIns) {
    const week = weekOf(checkIn.day)
    addFelt(all, checkIn, week)
    squares += (checkIn.felt ?? 0) ** 2
    for (const tag of new Set(checkIn.tags)) {
      const side = sides.get(tag) ?? newSide()
      sides.set(tag, side)
      addFelt(side, checkIn, week)
    }
  }
  const uses = (side: Side) => side.n + side.cantTell + side.missing
  const shown = [...sides]
    .filter(([, side]) => uses(side) >= fewestUses)
    .sort(([one, a], [other, b]) => uses(b) - uses(a) || (one < other ? -1 : 1))
    .slice(0, mostTags)
  const { n, cantTell, missing } = all
  return {
    subject: 'tag',
    n,
    cantTell,
    missing,
    missingShare: shareOf(missing, n + cantTell + missing),
    groups: foundGroups(shown.map(([id, side]) => ({ id, key: `tag:${id}`, side, all, squares }))),
  }
}
