/** People who start pauses when low and drift back by themselves: whether pauses are said to help, and what before and after would say. */
import { type Claims, decide, noClaims } from '../../lib/core/insight/claims.ts'
import { pausesFinding } from '../../lib/core/insight/pauses.ts'
import { type Seeded, seeded } from '../../lib/core/seeded.ts'
import { twoSided } from '../../lib/core/stats/distributions.ts'
import { kinds } from './people.ts'
import { beside, type Question, shareRow } from './question.ts'
import { sessionsOf, shuffled } from './sessions.ts'
import { fivePractices } from './year.ts'

const uses = 60

/** Before and after alone, a paired t-test of each pause: what most apps do. */
const naive = (changes: readonly number[]): boolean => {
  const n = changes.length
  const mean = changes.reduce((sum, change) => sum + change, 0) / n
  const variance = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / (n - 1)
  return mean > 0 && twoSided(mean / Math.sqrt(variance / n), n - 1) < 0.05
}

const lived = (kind: (typeof kinds)[number][1], chance: Seeded) => {
  const sessions = sessionsOf(shuffled(fivePractices, uses, uses, chance), kind, chance)
  let claims: Claims = noClaims
  let ever = false
  // Fourteen sessions a week.
  for (let end = 14; end <= sessions.length; end += 14) {
    const some = sessions.slice(0, end)
    claims = decide(
      claims,
      [pausesFinding(some, { aim: 'felt', compares: true }, claims.claimed)],
      some.at(-1)?.day ?? 0,
    )
    ever ||= claims.claimed.some(key => claims.looked[key]?.direction === 'higher')
  }
  const plain = pausesFinding(sessions, { aim: 'felt', compares: true }, []).groups.filter(({ id }) =>
    id.startsWith('kind-'),
  )
  const found = plain.filter(({ difference }) => (difference?.interval?.from ?? 0) > 0).length
  const changes = fivePractices.map(({ pauseId }) =>
    sessions.flatMap(({ pauseId: id, before, after }) =>
      id === pauseId && before !== null && after !== null ? [after - before] : [],
    ),
  )
  return { ever, found, of: plain.length, naive: changes.filter(naive).length }
}

export const regression: Question = {
  name: 'regression',
  asks: 'people with nothing but regression to the mean: pauses claimed to help: ≤ 6 %, beside the naive before/after figure',
  *ask(people, seed) {
    for (const [name, kind] of kinds.slice(0, 4)) {
      const all = Array.from({ length: people(1_000) }, (_, index) =>
        lived(kind, seeded(seed * 5_000_011 + index)),
      )
      const sum = (of: (one: (typeof all)[number]) => number) =>
        all.reduce((total, one) => total + of(one), 0)
      const pauses = sum(one => one.of)
      yield shareRow(
        `${name}: people with any pause claimed to help`,
        sum(one => Number(one.ever)),
        all.length,
        0,
        6,
      )
      yield shareRow(
        `${name}: one pause, one look, found above quiet ones`,
        sum(one => one.found),
        pauses,
        0,
        6,
      )
      const row = shareRow(
        `${name}: beside it, what before and after alone would find`,
        sum(one => one.naive),
        pauses,
        0,
        6,
      )
      yield beside(row)
    }
  },
}
