/** A finding as a card: how sure it is, group by group and as a whole. */
import type { Card, Estimate, Group, More, Subject, Undecided, Verdict } from './card.ts'
import { type Claims, stands } from './claims.ts'
import { type Finding, type FoundGroup, few, worthTelling } from './finding.ts'

/** The interval holds zero and no difference worth telling. */
const isAlike = (difference: Estimate | null, worth: number): boolean => {
  const interval = difference?.interval
  return (
    !!interval && interval.from <= 0 && interval.to >= 0 && Math.max(-interval.from, interval.to) <= worth
  )
}

const verdictOf = (group: FoundGroup, claims: Claims, worth: number): Verdict => {
  const { difference, short, n } = group
  if (n + group.cantTell + group.missing === 0) return { kind: 'nothing-yet' }
  if (short === 'nothing') return { kind: 'describes' }
  if (difference !== null && stands(group, claims))
    return { kind: 'claim', direction: difference.value > 0 ? 'higher' : 'lower' }
  if (short !== 'enough') return { kind: 'cannot-tell', ...short }
  if (isAlike(difference, worth)) return { kind: 'alike' }
  // It leans to one side, as chance does now and then, or scatters more than was foreseen: no number of more would be honest.
  return { kind: 'cannot-tell', more: null, of: 'check-ins' }
}

const howMany = (more: More): number => (more === 'few' ? few : (more ?? Infinity))

/** Of several that cannot tell yet, the one that is nearest to it. */
const nearer = (one: Verdict, other: Verdict): boolean =>
  one.kind === 'cannot-tell' && other.kind === 'cannot-tell' && howMany(one.more) < howMany(other.more)

const isAsked = (subject: Subject, { id }: Group): boolean => subject !== 'pauses' || id.startsWith('kind-')

/** What stays open of what a card asks; see `Card`. */
export const undecidedOf = (subject: Subject, groups: readonly Group[]): Undecided | null =>
  groups
    .filter(group => isAsked(subject, group))
    .reduce<Undecided | null>((best, { verdict }) => {
      if (verdict.kind !== 'cannot-tell' && verdict.kind !== 'alike') return best
      const isOpen = verdict.kind === 'cannot-tell' && best?.kind === 'alike'
      return best === null || isOpen || nearer(verdict, best) ? verdict : best
    }, null)

/** A card of which nothing is claimed: it describes where any group does, and is alike once that can be told of all. */
const unclaimed = (groups: readonly Group[], undecided: Undecided | null): Verdict =>
  groups.find(({ verdict }) => verdict.kind === 'describes')?.verdict ?? undecided ?? { kind: 'nothing-yet' }

/** How far a group's difference stands out: in widths of its interval. */
const standsOut = ({ difference }: Group): number => {
  if (!difference?.interval) return 0
  return Math.abs(difference.value) / Math.max(1e-9, difference.interval.to - difference.interval.from)
}

/** The card of a finding. */
export const cardOf = (finding: Finding, claims: Claims): Card => {
  const { worth = worthTelling } = finding
  const groups = finding.groups.map(({ test: _test, short: _short, ...group }, index): Group => {
    const found = finding.groups[index]
    return { ...group, verdict: found ? verdictOf(found, claims, worth) : { kind: 'nothing-yet' } }
  })
  const leading = groups
    .filter(group => group.verdict.kind === 'claim')
    .toSorted((one, other) => standsOut(other) - standsOut(one))[0]
  const { subject, n, cantTell, missing, missingShare } = finding
  const undecided = undecidedOf(subject, groups)
  return {
    subject,
    n,
    cantTell,
    missing,
    missingShare,
    groups,
    verdict: leading?.verdict ?? unclaimed(groups, undecided),
    leading: leading?.id ?? null,
    undecided,
  }
}
