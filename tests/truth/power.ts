/** How often a true effect of a pause is found: by one planned comparison, and on the page as it is. */
import { type Claims, decide, noClaims } from '../../lib/core/insight/claims.ts'
import { forMore, pausesFinding } from '../../lib/core/insight/pauses.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { idealPower } from './ceiling.ts'
import { kinds, usualKind } from './people.ts'
import { atBest, beside, type Question, shareRow } from './question.ts'
import { sessionsOf, shuffled } from './sessions.ts'

const found = (effect: number, each: number, exact: boolean, seed: number): boolean => {
  const chance = seeded(seed)
  const practice = { pauseId: 'window', kind: 'out', effect } as const
  const sessions = sessionsOf(shuffled([practice], each, each, chance), usualKind, chance, { exact })
  const [group] = pausesFinding(sessions, { aim: 'felt', compares: true }, []).groups
  return (group?.difference?.interval?.from ?? 0) > 0
}

const mostUses = 150

/**
 * Uses of the rarer arm at the weekly look that first finds the one kind of `count` that truly helps. The other questions of a page have
 * budgets of their own and take nothing from these.
 */
const foundAt = (count: number, effect: number, kind: (typeof kinds)[number][1], seed: number): number => {
  const chance = seeded(seed)
  const practices = tenKinds
    .slice(0, count)
    .map((of, index) => ({ pauseId: `one-of-${of}`, kind: of, effect: index === 0 ? effect : 0 }))
  const sessions = sessionsOf(shuffled(practices, mostUses, mostUses, chance), kind, chance)
  const key = `pauses:felt:kind-${tenKinds[0]}`
  let claims: Claims = noClaims
  const week = Math.round(1.2 * (count + 1))
  for (let end = week; end <= sessions.length; end += week) {
    const finding = pausesFinding(sessions.slice(0, end), { aim: 'felt', compares: true }, claims.claimed)
    claims = decide(claims, [finding], 10 * end)
    if (claims.claimed.includes(key))
      return finding.groups.find(group => group.test?.key === key)?.test?.n ?? end
  }
  return Number.POSITIVE_INFINITY
}

const tenKinds = ['out', 'breath', 'body', 'rest', 'kind', 'think', 'make', 'do', 'people', 'own'] as const

export const power: Question = {
  name: 'power',
  asks: 'one planned comparison: +1.0 with 30 uses an arm ≥ 80 %, +0.5 with 120 ≥ 78 %; on the real page after a year, ten claims, weekly looks: +1.0 at 60 an arm ≥ 80 %',
  *ask(people, seed) {
    const of = people(2_000)
    const count = (effect: number, each: number, exact: boolean) =>
      Array.from({ length: of }, (_, index) => found(effect, each, exact, seed * 3_000_017 + index)).filter(
        Boolean,
      ).length
    const planned = [
      [1, 30, 80],
      [0.5, 120, 78],
      [1, 36, 80],
    ] as const
    for (const exact of [true, false])
      for (const [effect, each, target] of planned) {
        const rated = exact ? 'rated on no scale' : 'rated 0 to 10 in whole points'
        const what = `+${effect.toFixed(1)} with ${each} uses an arm, one planned comparison, ${rated}`
        const row = shareRow(what, count(effect, each, exact), of, target, 100)
        yield each === 36 ? beside(row) : row
        yield atBest(idealPower(usualKind, effect, each, 0.025, exact), 'how answers scatter')
      }
    for (const count of [5, 10])
      for (const [name, kind] of kinds.slice(0, 4)) {
        const all = Array.from({ length: people(300) }, (_, index) =>
          foundAt(count, 1, kind, seed * 3_000_017 + index),
        )
        const reached = all.toSorted((one, other) => one - other)
        const hits = reached.filter(at => at <= 64).length
        const enough = reached[Math.ceil(0.8 * reached.length) - 1] ?? Number.POSITIVE_INFINITY
        const what = `${name}: +1.0, one of ${count} kinds on the page, weekly looks, at 60 uses an arm`
        const row = shareRow(what, hits, reached.length, 80, 100)
        const by = Number.isFinite(enough) ? `80 % at ${enough} uses` : `80 % not within ${mostUses}`
        yield { ...row, target: `${row.target}; ${by}` }
        // Of an error rate of 5 % over these alone, and 60 uses of them all.
        // With one look at 60 uses of all of them.
        const best = idealPower(kind, 1, 60, (0.05 / count) * forMore)
        yield atBest(best, `how answers scatter, with all 5 % for these ${count}`)
      }
  },
}
