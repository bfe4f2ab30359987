/** The choice of pauses: whether it finds the one that does more, at what cost, and whether it moves on when that fades. */

import { normalBelow, normalBeyond, toldExactly } from './ceiling.ts'
import { choosing, type Life, type Policy, type Step } from './choosing.ts'
import { usualKind } from './people.ts'
import { atBest, type Question, type Row, shareRow } from './question.ts'

const offers = 200

/** One of five does more by 1.0, the others nothing: EVIDENCE's noise, in which a session says little. */
const usual: Omit<Life, 'policy'> = { offers, pauses: 5, effect: pause => Number(pause === 0) }

/** Two do more by 1.0; of the first each use leaves less, half of it by the tenth. */
const fading = (from: number): Omit<Life, 'policy'> => ({
  ...usual,
  effect: (pause, use) => (pause === 0 ? 2 ** (-Math.max(0, use - from) / 10) : Number(pause === 1)),
})

const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)
const regretOf = (life: readonly Step[]) => life.reduce((sum, { regret }) => sum + regret, 0)

/** A figure of a mean over people, with its simulation error. */
const meanRow = (
  what: string,
  all: readonly number[],
  target: string,
  meets: (found: number) => boolean,
): Row => {
  const found = mean(all)
  const error = Math.sqrt(mean(all.map(one => (one - found) ** 2)) / Math.max(1, all.length))
  const figure = `${(100 * found).toFixed(1)} % ± ${(100 * error).toFixed(1)} of ${all.length}`
  return { what, figure, target, met: target === '' ? null : meets(found) }
}

/** The regret of one policy in parts of another's, with the error of their difference, person by person. */
const againstRow = (
  what: string,
  lives: readonly (readonly Step[])[],
  others: readonly (readonly Step[])[],
  target: string,
  most: number,
): Row => {
  const [own, other] = [lives.map(regretOf), others.map(regretOf)]
  const off = own.map((one, at) => one - (other[at] ?? 0))
  const error = Math.sqrt(mean(off.map(one => (one - mean(off)) ** 2)) / off.length) / mean(other)
  const ratio = mean(own) / mean(other)
  const figure = `${ratio.toFixed(3)} × ± ${error.toFixed(3)} of ${own.length}`
  return { what, figure, target, met: target === '' ? null : ratio <= most }
}

const shareOfBest = (life: readonly Step[]) => mean(life.slice(-50).map(({ chosen }) => Number(chosen === 0)))

/** From the offer `from` on, does another come first within so many of its uses? */
const leftWithin = (life: readonly Step[], from: number, uses: number): boolean => {
  const start = life[from]?.used ?? 0
  return life.slice(from).some(({ used, isFavourite }) => !isFavourite && used <= start + uses)
}
const uses = 15

/** Of those of whom the first was offered most at `from`: how many left it, of how many. */
const left = (lives: readonly (readonly Step[])[], from: number): readonly [number, number] => {
  const favoured = lives.filter(life => life[from]?.isFavourite)
  return [favoured.filter(life => leftWithin(life, from, uses)).length, favoured.length]
}

/** The same from the use at which it begins to fade, where that was reached. */
const leftAfter = (lives: readonly (readonly Step[])[], use: number): readonly [number, number] => {
  const reached = lives.map(life => [life, life.findIndex(({ used }) => used >= use)] as const)
  const favoured = reached.filter(([life, from]) => from !== -1 && life[from]?.isFavourite)
  return [favoured.filter(([life, from]) => leftWithin(life, from, uses)).length, favoured.length]
}

/**
 * How often a fading by half in 10 uses shows in the 15 uses from its beginning on, to who knows its beginning, its shape and how
 * sessions scatter, and sees one where there is none in 5 of 100: Neyman and Pearson's test.
 */
const knownFading = (): number => {
  const lost = Array.from({ length: uses }, (_, use) => (1 - 2 ** (-use / 10)) ** 2)
  const told = toldExactly(usualKind) * lost.reduce((sum, one) => sum + one, 0)
  return normalBelow(Math.sqrt(told) - normalBeyond(0.05))
}

const kinds: readonly (readonly [string, Partial<Life>])[] = [
  ['by the marks, to feel lighter', { goal: 'lighter' }],
  ['heavy tails', { heavy: true }],
  ['40 % missing when numb', { missing: true }],
  ['floor', { mean: 1.5 }],
  ['with what is around known, and of no account', { situations: true }],
]

export const choice: Question = {
  name: 'choice',
  asks: 'one of five truly better by 1.0: its share of the last 50 of 200 offers ≥ 70 %; regret against random ≤ 50 %, against ε-greedy ≤ 1.05 ×, and below it when the effect fades; fading (half-life 10 uses): moves on within 15 uses ≥ 80 %, stationary people switched away ≤ 5 %',
  ask: function* (people, seed) {
    const live = (life: Omit<Life, 'policy'>, policy: Policy, count: number) =>
      Array.from({ length: count }, (_, at) => choosing({ ...life, policy }, seed * 1_000_003 + at * 7_919))
    const count = people(400)
    const many = people(1_000)
    const thaw = live(usual, 'thaw', many)
    yield meanRow(
      'one of five better by 1.0: its share of the last 50 of 200',
      thaw.map(shareOfBest),
      '≥ 70 %',
      share => share >= 0.7,
    )
    yield againstRow(
      'regret, in parts of that by random offers',
      thaw,
      live(usual, 'random', many),
      '≤ 0.50 ×',
      0.5,
    )
    yield againstRow(
      'regret, in parts of ε-greedy’s on plain averages, same floor and ceiling',
      thaw,
      live(usual, 'greedy', many),
      '≤ 1.05 ×',
      1.05,
    )
    yield shareRow(
      'one that holds, first at offer 150: another came first within 15 uses',
      ...left(thaw, 150),
      0,
      5,
    )
    const faded = live(fading(0), 'thaw', count)
    yield shareRow(
      'one that fades by half in 10 uses, first at offer 30: another came first within 15',
      ...left(faded, 30),
      80,
      100,
    )
    const later = live(fading(40), 'thaw', count)
    yield againstRow(
      'one that fades from its 40th use on: regret, in parts of ε-greedy’s',
      later,
      live(fading(40), 'greedy', count),
      '< 1 ×',
      1,
    )
    yield shareRow(
      'the same, first at its 40th use: another came first within 15',
      ...leftAfter(later, 40),
      80,
      100,
    )
    yield atBest(knownFading(), 'when and how it fades, and errs for 5 % of those that hold')
    yield againstRow(
      'one that fades from its first use on: regret, in parts of ε-greedy’s',
      faded,
      live(fading(0), 'greedy', count),
      '',
      1,
    )
    for (const [name, life, own] of [
      ['one that holds', usual, thaw.slice(0, count)],
      ['one that fades from its 40th use on', fading(40), later],
      ['one that fades from its first use on', fading(0), faded],
    ] as const)
      yield againstRow(
        `${name}: regret, in parts of ε-greedy’s on Thaw’s own estimates`,
        own,
        live(life, 'greedy-as-thaw', count),
        '',
        1,
      )
    const some = people(120)
    const eight = { ...usual, pauses: 8 }
    yield meanRow(
      'one of eight better by 1.0: its share of the last 50',
      live(eight, 'thaw', some).map(shareOfBest),
      '',
      () => true,
    )
    for (const [name, more] of kinds)
      yield meanRow(
        `${name}: share of the last 50`,
        live({ ...usual, ...more }, 'thaw', some).map(shareOfBest),
        '',
        () => true,
      )
  },
}
