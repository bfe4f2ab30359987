/** Sessions made by code: started when felt is low, drifting back by themselves, with whatever effect is planted. */
import type { SessionFact } from '../../lib/core/insight/facts.ts'
import type { PauseKind } from '../../lib/core/pause-kinds.ts'
import type { Felt } from '../../lib/core/records.ts'
import type { Seeded } from '../../lib/core/seeded.ts'
import { asFelt, firstDay, type Kind, noise } from './people.ts'

export type Practice = { readonly pauseId: string; readonly kind: PauseKind; readonly effect: number }

const quietPractice: Practice = { pauseId: 'quiet-pause', kind: 'rest', effect: 0 }

/** Between the rating before and the one after, mood keeps so much of itself: EVIDENCE, the section on simulation. */
export const kept = 0.9

/**
 * `practices` in the order of their sessions, two a day. Before a session mood is drawn anew, lower than usual where `low`; the mood
 * moves on by itself, and the effect comes on top. `exact` ratings are on no scale: neither whole nor held within 0 and 10.
 */
export const sessionsOf = (
  practices: readonly Practice[],
  kind: Kind,
  chance: Seeded,
  { low = true, exact = false }: { readonly low?: boolean; readonly exact?: boolean } = {},
): readonly SessionFact[] => {
  const level = (mood: number): Felt => {
    const felt = kind.mean + mood + noise(chance, kind.heavy)
    return exact ? (felt as Felt) : asFelt(felt)
  }
  return practices.map(({ pauseId, kind: kindOfPause, effect }, index): SessionFact => {
    let mood = kind.sd * chance.normal()
    let before = level(mood)
    while (low && before > kind.mean) {
      mood = kind.sd * chance.normal()
      before = level(mood)
    }
    const later = kept * mood + kind.sd * Math.sqrt(1 - kept ** 2) * chance.normal()
    const day = firstDay + Math.floor(index / 2)
    const after = level(later + effect)
    const gap = kind.missing && chance.happens(after <= kind.mean - 1 ? 0.55 : 0.25)
    return {
      at: (day * 24 + 10 + 6 * (index % 2)) * 3_600_000,
      day,
      pauseId,
      kind: kindOfPause,
      before,
      after: gap ? null : after,
      cantTell: false,
      ease: null,
      far: null,
      probability: 0.2,
      quiet: pauseId === quietPractice.pauseId,
      compared: true,
    }
  })
}

/** `each` sessions of every practice and `quiet` quiet ones, in an order drawn by chance. */
export const shuffled = (
  practices: readonly Practice[],
  each: number,
  quiet: number,
  chance: Seeded,
): readonly Practice[] => {
  const all = [
    ...practices.flatMap(practice => Array.from({ length: each }, () => practice)),
    ...Array.from({ length: quiet }, () => quietPractice),
  ]
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = chance.whole(0, at)
    const [one, two] = [all[at], all[other]]
    if (one && two) {
      all[at] = two
      all[other] = one
    }
  }
  return all
}
