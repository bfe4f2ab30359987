/** Everything that Patterns show, out of plain facts: finding by finding, or all at once with what may be claimed. */
import { seeded } from '../seeded.ts'
import { type Card, type Subject, subjects } from './card.ts'
import { type Claims, decide } from './claims.ts'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'
import { hourFinding } from './hour.ts'
import { markersFinding } from './markers.ts'
import { pausesFinding } from './pauses.ts'
import { reachFinding } from './reach.ts'
import { seasonFinding } from './season.ts'
import { spreadFinding } from './spread.ts'
import { tagFinding } from './tag.ts'
import { cardOf } from './verdict.ts'
import { weekdayFinding } from './weekday.ts'
import { wordsFinding } from './words.ts'

/** One finding. `seed` is the chance of those that need some; the same facts and seed give the same finding. */
export const findingOf = (subject: Subject, facts: Facts, claims: Claims, seed: number): Finding => {
  const { checkIns } = facts
  switch (subject) {
    case 'hour':
      return hourFinding(checkIns)
    case 'weekday':
      return weekdayFinding(checkIns)
    case 'tag':
      return tagFinding(checkIns)
    case 'season':
      return seasonFinding(checkIns, facts.hemisphere, seeded(seed))
    case 'markers':
      return markersFinding(checkIns, facts.markers)
    case 'reach':
      return reachFinding(facts.highLows)
    case 'pauses':
      return pausesFinding(facts.sessions, facts, claims.claimed)
    case 'spread':
      return spreadFinding(checkIns)
    case 'words':
      return wordsFinding(checkIns)
  }
}

/**
 * The cards in their order, and the claims to be kept. Whoever shows one card after another calls `findingOf` and `cardOf` with the claims
 * that are kept, and `decide` with all findings at the end; that comes to the same where no decision is due.
 */
export const insights = (
  facts: Facts,
  claims: Claims,
  seed: number,
): { readonly cards: readonly Card[]; readonly claims: Claims } => {
  const findings = subjects.map(subject => findingOf(subject, facts, claims, seed))
  const decided = decide(claims, findings, facts.today)
  return { cards: findings.map(finding => cardOf(finding, decided)), claims: decided }
}
