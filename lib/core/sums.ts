/** What days add up to: how many check-ins, what was felt in the middle of them, and the words that were picked most. */
import { spreadOf } from './felt-over-time.ts'
import type { DayRow, Id } from './records.ts'

/** How many words stand in the sums. */
const wordsShown = 5

export type Sums = {
  readonly checkIns: number
  /** Days with a check-in. */
  readonly days: number
  readonly felt: {
    /** Check-ins with a number. */
    readonly answers: number
    /** The middle of the numbers, and where their middle half begins and ends; null where there is none. */
    readonly middle: number | null
    readonly lower: number | null
    readonly upper: number | null
    readonly cantTell: number
    readonly noAnswer: number
  }
  /** Those picked in most check-ins; of equally many, by id, so that they stand still. */
  readonly words: readonly { readonly id: Id; readonly count: number }[]
}

export type SumsSoFar = {
  add(rows: readonly DayRow[]): void
  sums(): Sums
}

export const createSums = (): SumsSoFar => {
  let checkIns = 0
  let days = 0
  let cantTell = 0
  const counts = new Array<number>(11).fill(0)
  const words = new Map<Id, number>()
  return {
    add: rows => {
      for (const row of rows) {
        checkIns += row.checkIns
        if (row.checkIns > 0) days += 1
        cantTell += row.scales.felt.cantTell
        for (let value = 0; value < counts.length; value += 1)
          counts[value] = (counts[value] ?? 0) + (row.scales.felt.counts[value] ?? 0)
        for (const [id, count] of Object.entries(row.words)) words.set(id, (words.get(id) ?? 0) + count)
      }
    },
    sums: () => {
      const spread = spreadOf(counts)
      const noAnswer = Math.max(0, checkIns - spread.answers - cantTell)
      const ranked = [...words].sort(
        ([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1),
      )
      return {
        checkIns,
        days,
        felt: { ...spread, cantTell, noAnswer },
        words: ranked.slice(0, wordsShown).map(([id, count]) => ({ id, count })),
      }
    },
  }
}
