/** What no method could do better: the power of tests that are told what Thaw has to learn. */
import { tBelow } from '../../lib/core/stats/distributions.ts'
import type { Kind } from './people.ts'
import { kept } from './sessions.ts'

/** Student's t with so many degrees of freedom is the normal distribution. */
const many = 1e7

export const normalBelow = (z: number): number => tBelow(z, many)

/** The z beyond which a normal value lies with probability `p`, in (0, 0.5). */
export const normalBeyond = (p: number): number => {
  let [low, high] = [0, 10]
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2
    if (1 - normalBelow(middle) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const roughness = 0.8
const points = Array.from({ length: 11 }, (_, value) => value)

/** How likely each answer is, of a level whose answers have the errors of `kind`. */
const answersAt = (level: number, { heavy }: Kind): readonly number[] => {
  const below = (x: number) => tBelow((x - level) / roughness, heavy ? 3 : many)
  return points.map(value => (value === 10 ? 1 : below(value + 0.5)) - (value === 0 ? 0 : below(value - 0.5)))
}

/** z and its weight, of a normal distribution in steps of a quarter. */
const normals = Array.from({ length: 41 }, (_, at) => (at - 20) / 4).map(
  z => [z, Math.exp((-z * z) / 2) / 4 / Math.sqrt(2 * Math.PI)] as const,
)

/** How likely each pair of answers before and after is: rows by before, of sessions that were started low and answered afterwards. */
const pairsOf = (kind: Kind, effect: number): readonly (readonly number[])[] => {
  const { mean, sd, missing } = kind
  const pairs = points.map(() => points.map(() => 0))
  for (const [mood, weight] of normals) {
    const before = answersAt(mean + sd * mood, kind)
    const after = points.map(() => 0)
    for (const [moved, share] of normals)
      answersAt(mean + sd * (kept * mood + Math.sqrt(1 - kept ** 2) * moved) + effect, kind).forEach(
        (chance, at) => {
          after[at] = (after[at] ?? 0) + share * chance
        },
      )
    pairs.forEach((row, from) => {
      if (from > mean) return
      row.forEach((_, to) => {
        const told = missing ? (to <= mean - 1 ? 0.45 : 0.75) : 1
        row[to] = (row[to] ?? 0) + weight * (before[from] ?? 0) * (after[to] ?? 0) * told
      })
    })
  }
  const all = pairs.flat().reduce((sum, chance) => sum + chance, 0)
  return pairs.map(row => row.map(chance => chance / all))
}

/** What one session tells of the effect (Fisher's information of the answer after, given the one before). */
const toldOf = (kind: Kind, effect: number): number => {
  const step = 0.05
  const [less, here, more] = [effect - step, effect, effect + step].map(one => pairsOf(kind, one))
  return points.reduce((sum, from) => {
    const total = (pairs: typeof here) => (pairs?.[from] ?? []).reduce((all, chance) => all + chance, 0)
    const given = (pairs: typeof here, to: number) =>
      (pairs?.[from]?.[to] ?? 0) / Math.max(1e-12, total(pairs))
    return (
      sum +
      points.reduce((own, to) => {
        const slope = (given(more, to) - given(less, to)) / (2 * step)
        return own + (total(here) * slope ** 2) / Math.max(1e-12, given(here, to))
      }, 0)
    )
  }, 0)
}

/** The same for ratings on no scale: one over the variance of the answer after around what is expected of it. */
export const toldExactly = ({ sd }: Kind): number => {
  const known = sd ** 2 / (sd ** 2 + roughness ** 2)
  return 1 / (kept ** 2 * sd ** 2 * (1 - known) + (1 - kept ** 2) * sd ** 2 + roughness ** 2)
}

/**
 * How often an effect is found with `each` uses an arm by a test that knows how answers after follow from those before, and how they
 * scatter: the bound of Cramér and Rao in place of the error. `share` is the error rate in the direction of the effect.
 */
export const idealPower = (
  kind: Kind,
  effect: number,
  each: number,
  share: number,
  exact = false,
): number => {
  const told = (of: number) => each * (exact ? toldExactly(kind) : toldOf(kind, of))
  const error = Math.sqrt(1 / told(0) + 1 / told(effect))
  return normalBelow(effect / error - normalBeyond(share))
}
