/** Whether winters are told from slow drift, and found where they are true, in both hemispheres. */
import { type Claims, decide, noClaims } from '../../lib/core/insight/claims.ts'
import type { Facts } from '../../lib/core/insight/facts.ts'
import { seasonFinding } from '../../lib/core/insight/season.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { firstDay, type Kind, lifeOf, usualKind } from './people.ts'
import { type Question, shareRow } from './question.ts'

/** Slow drift of SD 1 that takes two, four or eight months to forget itself, beside moods of days. */
const drifting = (days: number, driftDays: number): Kind => ({
  ...usualKind,
  perDay: 2,
  days,
  sd: 1.5,
  drift: 1,
  driftDays,
})

const midwinter = { north: 19, south: 201 }

/** The page after each spring, for as long as the life is. */
const claimedIn = (kind: Kind, amplitude: number, hemisphere: Facts['hemisphere'], seed: number): boolean => {
  const chance = seeded(seed)
  const wave = (day: number) =>
    -amplitude * Math.cos((2 * Math.PI * (day - firstDay - midwinter[hemisphere])) / 365.2425)
  const { checkIns } = lifeOf(kind, chance, { effect: ({ day }) => wave(day) })
  let claims: Claims = noClaims
  for (let days = 365; days <= kind.days; days += 91) {
    const known = checkIns.filter(({ day }) => day < firstDay + days)
    claims = decide(claims, [seasonFinding(known, hemisphere, seeded(seed + days))], firstDay + days)
    if (claims.claimed.length > 0) return true
  }
  return false
}

const year = 366

export const season: Question = {
  name: 'season',
  asks: 'no-season people with slow drift, 1–4 years: false ≤ 5 %; true amplitude 1.0 over 3 winters, both hemispheres: found ≥ 70 %',
  *ask(people, seed) {
    for (const years of [1, 2, 3, 4])
      for (const driftDays of [60, 120, 240]) {
        const of = people(200)
        const hits = Array.from({ length: of }, (_, index) =>
          claimedIn(drifting(years * year, driftDays), 0, 'north', seed * 4_000_037 + index),
        ).filter(Boolean).length
        yield shareRow(`no season, ${years} years, drift of ${driftDays} days: claimed`, hits, of, 0, 5)
      }
    for (const hemisphere of ['north', 'south'] as const)
      for (const driftDays of [60, 120]) {
        const of = people(200)
        const hits = Array.from({ length: of }, (_, index) =>
          claimedIn(
            { ...drifting(3 * year + 120, driftDays), drift: 0.5 },
            1,
            hemisphere,
            seed * 4_000_037 + index,
          ),
        ).filter(Boolean).length
        yield shareRow(
          `amplitude 1.0, three winters, ${hemisphere}, drift of ${driftDays} days: found`,
          hits,
          of,
          70,
          100,
        )
      }
  },
}
