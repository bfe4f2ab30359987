/** What may be claimed on the page: decided anew once a week at most, over everything that it looks at and all its looks. */
import { claimable } from '../stats/false-discovery.ts'
import { familyOf, level, shareOfOne } from './budgets.ts'
import type { DayNumber } from './facts.ts'
import type { Finding, FoundGroup } from './finding.ts'
import { type Looked, lookAgain } from './looks.ts'

/** What is kept between decisions; plain enough for any store. Nothing in it says anything of a feeling but which keys differ. */
export type Claims = {
  readonly decidedOn: DayNumber | null
  /** Every question that was ever looked at, also those that are no longer asked. */
  readonly looked: { readonly [key: string]: Looked }
  readonly claimed: readonly string[]
}

export const noClaims: Claims = { decidedOn: null, looked: {}, claimed: [] }

const everyDays = 7

/** Whether a decision is due. A clock that was set back does not put it off for long. */
export const isDue = ({ decidedOn }: Claims, today: DayNumber): boolean =>
  decidedOn === null || Math.abs(today - decidedOn) >= everyDays

const directionOf = ({ difference }: FoundGroup): Looked['direction'] =>
  (difference?.value ?? 0) > 0 ? 'higher' : 'lower'

/** The interval as it is now lies all on one side of zero. */
const leansTo = ({ difference }: FoundGroup): Looked['direction'] | null => {
  const interval = difference?.interval
  if (!interval) return null
  return interval.from > 0 ? 'higher' : interval.to < 0 ? 'lower' : null
}

/** Whether a claim about `group` stands: it was made, and the answers of today still lean that way. */
export const stands = (group: FoundGroup, claims: Claims): boolean =>
  group.test !== null &&
  claims.claimed.includes(group.test.key) &&
  leansTo(group) === claims.looked[group.test.key]?.direction

/**
 * The claims after another look; the same object where none is due. Each question's least p-value over its looks (`lookAgain`) goes
 * through Benjamini & Hochberg's step over the whole page, weighed so that a family of many questions takes nothing from another. A
 * claim stands, whatever else comes to be asked, until its interval no longer leans that way. Needs the findings of every subject.
 */
export const decide = (claims: Claims, findings: readonly Finding[], today: DayNumber): Claims => {
  if (!isDue(claims, today)) return claims
  const looked = new Map(Object.entries(claims.looked))
  const asked = new Map<string, { readonly p: number; readonly group: FoundGroup }>()
  for (const group of findings.flatMap(({ groups }) => groups)) {
    if (group.test === null) continue
    const { key, n, p, plan } = group.test
    const after = lookAgain(looked.get(key) ?? null, n, p, directionOf(group), plan)
    if (after === null) continue
    looked.set(key, after)
    asked.set(key, { p: after.best, group })
  }
  const families = Map.groupBy(looked.keys(), familyOf)
  const shareOf = (key: string): number => {
    const family = familyOf(key)
    return shareOfOne(family, families.get(family)?.length ?? 0)
  }
  const family = [...asked].map(([key, { p, group }]) => ({ key, p, share: shareOf(key), group }))
  const allowed = claimable(family, level)
  return {
    decidedOn: today,
    looked: Object.fromEntries(looked),
    claimed: family.flatMap(({ key, group }, index) => {
      const may = allowed[index] || stands(group, claims)
      return may && leansTo(group) === looked.get(key)?.direction ? [key] : []
    }),
  }
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const isLooked = (value: unknown): value is Looked =>
  isObject(value) &&
  isNumber(value['steps']) &&
  isNumber(value['best']) &&
  (value['direction'] === 'higher' || value['direction'] === 'lower')

/** Claims out of any stored value; what does not read is forgotten, and decided anew. */
export const readClaims = (stored: unknown): Claims => {
  if (!isObject(stored)) return noClaims
  const { decidedOn, looked, claimed } = stored
  const kept = isObject(looked) ? Object.entries(looked) : []
  return {
    decidedOn: isNumber(decidedOn) ? decidedOn : null,
    looked: Object.fromEntries(kept.filter((entry): entry is [string, Looked] => isLooked(entry[1]))),
    claimed: Array.isArray(claimed) ? claimed.filter(key => typeof key === 'string') : [],
  }
}
