/** Makes the cards of Patterns from facts, one after the other, and decides which claims stand once that is due. */

import { type Card, subjects } from '../core/insight/card.ts'
import { type Claims, decide } from '../core/insight/claims.ts'
import type { Facts } from '../core/insight/facts.ts'
import type { Finding } from '../core/insight/finding.ts'
import { type FactPart, joined } from '../core/insight/gather.ts'
import { findingOf } from '../core/insight/insights.ts'
import { type MeaningCard, meaningCard } from '../core/insight/meaning.ts'
import { cardOf } from '../core/insight/verdict.ts'

/** What is given beside the facts. */
export type PatternsGiven = Omit<Facts, keyof Required<FactPart>> & {
  /** As they were decided last. */
  readonly claims: Claims
}

/** What the page shows, as it comes; a card comes again where a claim on it was decided anew. */
export type PatternsPart =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'meaning'; readonly meaning: MeaningCard | null }

/** The chance of what is tried many times at random: the same facts give the same cards. */
const seed = 1

/** Gives each card to `tell` as soon as it is made; the claims as they stand then. */
export const workOut = (
  parts: readonly FactPart[],
  given: PatternsGiven,
  tell: (part: PatternsPart) => void,
): Claims => {
  const facts: Facts = { ...joined(parts, given.today), ...given }
  const show = (finding: Finding, claims: Claims) => tell({ kind: 'card', card: cardOf(finding, claims) })
  const findings = subjects.map(subject => {
    const finding = findingOf(subject, facts, given.claims, seed)
    show(finding, given.claims)
    return finding
  })
  tell({ kind: 'meaning', meaning: meaningCard(facts.checkIns) })
  const claims = decide(given.claims, findings, facts.today)
  if (claims !== given.claims) for (const finding of findings) show(finding, claims)
  return claims
}
