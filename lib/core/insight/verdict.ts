/** A finding as a card: how sure it is, group by group and as a whole. */
import type { Card, Estimate, Group, More, Subject, Undecided, Unit, Verdict } from './card.ts'
import { type Claims, stands } from './claims.ts'
import { type Finding, type FoundGroup, worthTelling } from './finding.ts'

/** The interval holds zero and no difference worth telling. */
const leavesNoRoom = (difference: Estimate | null, worth: number): boolean => {
  const interval = difference?.interval
  return (
    !!interval && interval.from <= 0 && interval.to >= 0 && Math.max(-interval.from, interval.to) <= worth
  )
}

const verdictOf = (group: FoundGroup, claims: Claims, worth: number): Verdict => {
  const { difference, short, n } = group
  if (n + group.cantTell + group.missing + (group.apart ?? 0) === 0) return { kind: 'nothing-yet' }
  if (short === 'nothing') return { kind: 'describes' }
  if (difference !== null && stands(group, claims))
    return { kind: 'claim', direction: difference.value > 0 ? 'higher' : 'lower' }
  if (short !== 'enough') return { kind: 'cannot-tell', ...short }
  if (leavesNoRoom(difference, worth)) return { kind: 'alike' }
  // It leans to one side, as chance does now and then, or scatters more than was foreseen: no number of more would be honest.
  return { kind: 'cannot-tell', more: null, of: 'check-ins' }
}

const howMany = (more: More): number => (more === 'few' ? 0 : (more ?? Infinity))

type Open = Group & { readonly verdict: Extract<Verdict, { readonly kind: 'cannot-tell' }> }

const isOpen = (group: Group): group is Open => group.verdict.kind === 'cannot-tell'

/** Of several that cannot tell yet, the one that is nearest to it; the first of several. */
const nearestOf = (groups: readonly Group[]): Open | undefined =>
  groups.filter(isOpen).toSorted((one, other) => howMany(one.verdict.more) - howMany(other.verdict.more))[0]

const isUndecided = (group: Group): boolean => isOpen(group) || group.verdict.kind === 'alike'

const isAsked = (subject: Subject, { id }: Group): boolean => subject !== 'pauses' || id.startsWith('kind-')

const alike = { kind: 'alike' } as const

/** Units that mean something only where it is said of which group. */
const ofItsOwn: ReadonlySet<Unit> = new Set(['such-check-ins', 'such-pauses'])

/** What stays open of what a card asks, and of which group; see `Card`. */
export const undecidedOf = (
  subject: Subject,
  groups: readonly Group[],
): Pick<Card, 'undecided' | 'nearest'> => {
  const asked = groups.filter(group => isAsked(subject, group) && isUndecided(group))
  const nearest = nearestOf(asked)
  if (!nearest) return { undecided: asked[0] ? alike : null, nearest: null }
  const isNamed = nearest.verdict.more !== null && (asked.length > 1 || ofItsOwn.has(nearest.verdict.of))
  return { undecided: nearest.verdict, nearest: isNamed ? nearest.id : null }
}

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
  const { subject, n, cantTell, missing, missingShare, apart } = finding
  const open = undecidedOf(subject, groups)
  return {
    subject,
    n,
    cantTell,
    missing,
    missingShare,
    ...(apart !== undefined && { apart }),
    groups,
    verdict: leading?.verdict ?? unclaimed(groups, open.undecided),
    leading: leading?.id ?? null,
    ...open,
  }
}
