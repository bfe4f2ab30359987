/** Chance with a seed, for everything that a simulated life leaves to it. */
import { numbersFrom } from '../../lib/core/draw.ts'

export type Dice = {
  /** Uniform in [0, 1). */
  readonly next: () => number
  readonly oneIn: (times: number) => boolean
  /** Uniform between two numbers. */
  readonly between: (from: number, to: number) => number
  readonly whole: (from: number, to: number) => number
  readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value
}

/** A number of 32 bits that follows from any text. */
export const seedOf = (text: string): number => {
  let seed = 0x811c9dc5
  for (const letter of text) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return seed >>> 0
}

export const createDice = (seed: number): Dice => {
  const next = numbersFrom(seed)
  const between = (from: number, to: number) => from + next() * (to - from)
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1))
  return {
    next,
    oneIn: times => next() * times < 1,
    between,
    whole,
    pick: values => values[whole(0, values.length - 1)] ?? values[0],
  }
}
