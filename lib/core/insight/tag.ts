/** Felt with a tag, against the check-ins of the same weeks without it. */
import type { Id } from '../records.ts'
import { addFelt, axisOf, newSide, wholeOf } from './axis.ts'
import type { CheckInFact } from './facts.ts'
import type { Finding } from './finding.ts'
import { countsOf, foundGroups, weekOf } from './sides.ts'

/** A tag that was used less often is no group yet. */
const fewestUses = 3

/** Tags beyond these, by use, are left out: a page of them would say nothing. */
const mostTags = 60

/** The most used first. */
const usedTags = (checkIns: readonly CheckInFact[]): readonly Id[] => {
  const uses = new Map<Id, number>()
  for (const { tags } of checkIns) for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1)
  return [...uses]
    .filter(([, count]) => count >= fewestUses)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, mostTags)
    .map(([tag]) => tag)
}

export const tagFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const axis = axisOf(checkIns)
  const { side: all, squares } = wholeOf(checkIns, axis)
  const sides = new Map(usedTags(checkIns).map(tag => [tag, newSide(axis)]))
  checkIns.forEach((checkIn, index) => {
    const { tags } = checkIn
    tags.forEach((tag, at) => {
      const side = sides.get(tag)
      // A tag that stands twice in a record counts once.
      if (side && tags.indexOf(tag) === at) addFelt(side, checkIn, axis.places[index] ?? 0)
    })
  })
  const compared = [...sides].map(([id, side]) => ({ id, side, blockOf: weekOf }))
  return { subject: 'tag', ...countsOf(all), groups: foundGroups('tag', compared, { axis, all, squares }) }
}
