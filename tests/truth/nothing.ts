/** People in whose year nothing does anything: whether the page ever claims something, looked at every week. */
import { type Claims, decide, noClaims } from '../../lib/core/insight/claims.ts'
import { findingOf } from '../../lib/core/insight/insights.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { firstDay, kinds, usualKind } from './people.ts'
import { beside, type Question, shareRow } from './question.ts'
import { fivePractices, until, yearOf } from './year.ts'

/** One year has no two winters, and neither spread nor words claim anything. */
const asked = ['hour', 'weekday', 'tag', 'reach', 'pauses'] as const

/** Markers take most of the time, and theirs are few looks: they are asked every fourth week. */
const markersEvery = 28

/** Days in which each kind of pause comes once: as the year of everybody has it, and for those who pause more. */
const often = 5

/** The questions that were claimed at any of the weekly looks. */
export const everClaimed = (facts: ReturnType<typeof yearOf>): ReadonlySet<string> => {
  let claims: Claims = noClaims
  const ever = new Set<string>()
  for (let day = firstDay + 6; day <= facts.today; day += 7) {
    const known = until(facts, day)
    const subjects = (day - firstDay + 1) % markersEvery === 0 ? ([...asked, 'markers'] as const) : asked
    const findings = subjects.map(subject => findingOf(subject, known, claims, day))
    claims = decide(claims, findings, day)
    for (const key of claims.claimed) ever.add(key)
  }
  return ever
}

export const nothing: Question = {
  name: 'nothing',
  asks: 'people with no effect at all: any claim of any kind shown within a year of use: ≤ 5 % of 2,000',
  *ask(people, seed) {
    let [all, any] = [0, 0]
    const subjects = new Map<string, number>()
    for (const [name, kind] of kinds) {
      const of = people(334)
      let hits = 0
      for (let index = 0; index < of; index += 1) {
        const ever = everClaimed(yearOf(kind, seeded(seed * 7_000_003 + index)))
        hits += Number(ever.size > 0)
        for (const subject of new Set([...ever].map(key => key.split(':')[0] ?? '')))
          subjects.set(subject, (subjects.get(subject) ?? 0) + 1)
      }
      yield beside(shareRow(`${name}: any claim within a year`, hits, of, 0, 5))
      all += of
      any += hits
    }
    const where = [...subjects].map(([subject, count]) => `${subject} ${count}`).join(', ')
    yield shareRow(`all of them: any claim within a year${where ? ` (${where})` : ''}`, any, all, 0, 5)
    const more = people(334)
    const hits = Array.from({ length: more }, (_, index) => {
      const facts = yearOf(usualKind, seeded(seed * 7_000_003 + index), fivePractices, often)
      return everClaimed(facts).size > 0
    }).filter(Boolean).length
    yield shareRow('usual, with 73 uses of each kind: any claim within a year', hits, more, 0, 5)
  },
}
