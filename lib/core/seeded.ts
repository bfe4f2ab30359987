/** Chance with a seed: the same numbers, picks and ids whenever they are asked for in the same order. */
import { numbersFrom } from './draw.ts'
import type { Id } from './records.ts'
import type { Instant } from './time.ts'

export type Seeded = {
  /** Uniform in [0, 1). */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  /** True with this probability. */
  happens(probability: number): boolean
  /** One of them, each as likely; there is at least one. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  /** One of them by weight; weights that are not above zero are never drawn. */
  weighed<Item>(items: readonly (readonly [Item, number])[]): Item
  /**
   * About normal with mean 0 and variance 1, and never beyond 3.5: the sum of four uniform numbers, which follows
   * https://en.wikipedia.org/wiki/Irwin–Hall_distribution, brought to unit variance.
   */
  normal(): number
  /** A UUIDv7 for something made at `at`. */
  id(at: Instant): Id
}

export const seeded = (seed: number): Seeded => {
  const next = numbersFrom(seed)
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const hex = (digits: number) => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join('')
  return {
    next,
    whole,
    happens: probability => next() < probability,
    pick: items => items[whole(0, items.length - 1)] ?? items[0],
    weighed: items => {
      const likely = items.filter(([, weight]) => weight > 0)
      let left = next() * likely.reduce((sum, [, weight]) => sum + weight, 0)
      const found = likely.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      // Sums of fractions can end a hair below the whole.
      const [item] = found ?? likely.at(-1) ?? []
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
    normal: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
    id: at => {
      const time = at.toString(16).padStart(12, '0').slice(-12)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
    },
  }
}
