/** Whether a step at a marker is told from drift. */
import { type Claims, decide, noClaims } from '../../lib/core/insight/claims.ts'
import type { CheckInFact } from '../../lib/core/insight/facts.ts'
import type { Finding } from '../../lib/core/insight/finding.ts'
import { markersFinding } from '../../lib/core/insight/markers.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { normalBelow } from './ceiling.ts'
import { knownStep } from './known-step.ts'
import { firstDay, type Kind, lifeOf, usualKind } from './people.ts'
import { atBest, beside, type Question, shareRow } from './question.ts'

const marked = firstDay + 365

const kinds: readonly (readonly [string, Kind])[] = [
  ['moods of days', { ...usualKind, days: 730 }],
  ['slow drift', { ...usualKind, days: 730, sd: 1.2, drift: 0.7, driftDays: 60 }],
  ['slower drift', { ...usualKind, days: 730, sd: 1.2, drift: 1, driftDays: 180 }],
]

/** The same finding by a method that knows how this person drifts, and so need not learn it from a year or two. */
const knowing = (finding: Finding, checkIns: readonly CheckInFact[], kind: Kind): Finding => {
  const { value, error } = knownStep(checkIns, marked, kind)
  const interval = { from: value - 1.96 * error, to: value + 1.96 * error }
  const p = 2 * (1 - normalBelow(Math.abs(value) / error))
  const groups = finding.groups.map(group => ({
    ...group,
    difference: { value, interval },
    test: group.test && { ...group.test, p },
  }))
  return { ...finding, groups }
}

/**
 * A year before the marker and a year after it, looked at every four weeks: whether it was ever claimed, whether one last look would say so,
 * whether it would ever have been claimed by who knows the drift, and whether they would say so in one look with all of the year, at 5 %.
 */
const looked = (kind: Kind, step: number, seed: number) => {
  const { checkIns } = lifeOf(kind, seeded(seed), { effect: ({ day }) => (day >= marked ? step : 0) })
  const markers = [{ id: 'm', day: marked }]
  let claims: Claims = noClaims
  let known: Claims = noClaims
  let ever = false
  let ideal = false
  let interval = null
  for (let day = marked + 28; day < firstDay + kind.days; day += 28) {
    const some = checkIns.filter(one => one.day < day)
    const finding = markersFinding(some, markers)
    claims = decide(claims, [finding], day)
    ever ||= claims.claimed.length > 0
    known = decide(known, [knowing(finding, some, kind)], day)
    ideal ||= known.claimed.length > 0
    interval = finding.groups[0]?.difference?.interval ?? null
  }
  const { value, error } = knownStep(checkIns, marked, kind)
  const hindsight = Math.abs(value) > 1.96 * error
  return { ever, ideal, hindsight, once: interval !== null && (interval.from > 0 || interval.to < 0) }
}

export const marker: Question = {
  name: 'marker',
  asks: 'step of 1.5 against drift alone: found ≥ 80 %, false ≤ 5 %',
  *ask(people, seed) {
    for (const step of [0, 1.5])
      for (const [name, kind] of kinds) {
        const of = people(150)
        const all = Array.from({ length: of }, (_, index) => looked(kind, step, seed * 6_000_041 + index))
        const [from, to, verb] = step === 0 ? [0, 5, 'claimed'] : [80, 100, 'found']
        const title = step === 0 ? 'no step' : `a step of ${step}`
        yield shareRow(
          `${title}, ${name}: ${verb} on the page`,
          all.filter(one => one.ever).length,
          of,
          from,
          to,
        )
        const once = shareRow(
          `${title}, ${name}: its interval leaves out zero`,
          all.filter(one => one.once).length,
          of,
          from,
          to,
        )
        yield beside(once)
        yield atBest(all.filter(one => one.ideal).length / of, 'the drift, at the same looks')
        yield atBest(all.filter(one => one.hindsight).length / of, 'the drift, in one look at 5 %')
      }
  },
}
