/** Highs and lows: what was written of a day, and how many of them reached the person, on which days, counted and not explained. */
import { spreadOf } from './felt-over-time.ts'
import type { DayRow, Id, Reflection } from './records.ts'
import type { Day, Moment } from './time.ts'

/** 0 (not at all) to 3 (fully). */
type Reach = 0 | 1 | 2 | 3

export type Side = { readonly text: string; readonly reach: Reach | null }

export type HighLow = Moment & { readonly id: Id; readonly high: Side; readonly low: Side }

const reaches: readonly unknown[] = [0, 1, 2, 3]

const sideOf = (text: unknown, reach: unknown): Side => ({
  text: typeof text === 'string' ? text : '',
  reach: reaches.includes(reach) ? (reach as Reach) : null,
})

/** null for what is none. Whatever an import brought, a field that cannot be read is empty. */
export const highLow = ({ id, at, zone, day, type, fields }: Reflection): HighLow | null =>
  type === 'high-low'
    ? {
        ...{ id, at, zone, day },
        high: sideOf(fields['high'], fields['highReach']),
        low: sideOf(fields['low'], fields['lowReach']),
      }
    : null

/** How many of those that were answered reached the person: 2 or 3. */
type Reached = { readonly reached: number; readonly of: number }

export type ReachedSides = { readonly high: Reached; readonly low: Reached }

export type ReachOverTime = {
  readonly all: ReachedSides
  /** On days whose middle answer to felt is 3 or lower, and on the others; days without an answer are in neither. */
  readonly little: ReachedSides
  readonly more: ReachedSides
  /** There are enough of each to set the two beside each other. */
  readonly canCompare: boolean
}

/** Fewer than so many of a kind say nothing beside others. */
const compareFrom = 5

/** The middle of the answers to felt of a day; null where there is none. */
export const middleFelt = ({ scales: { felt } }: Pick<DayRow, 'scales'>): number | null =>
  spreadOf(Array.from({ length: 11 }, (_, value) => felt.counts[value] ?? 0)).middle

const reachedIn = (entries: readonly HighLow[], side: 'high' | 'low'): Reached => {
  const answered = entries.flatMap(entry => (entry[side].reach === null ? [] : [entry[side].reach]))
  return { reached: answered.filter(reach => reach >= 2).length, of: answered.length }
}

const sidesIn = (entries: readonly HighLow[]): ReachedSides => ({
  high: reachedIn(entries, 'high'),
  low: reachedIn(entries, 'low'),
})

/** `felt` is the middle answer of each day that has one. */
export const reachOverTime = (entries: readonly HighLow[], felt: ReadonlyMap<Day, number>): ReachOverTime => {
  const on = (fits: (middle: number) => boolean) =>
    sidesIn(
      entries.filter(({ day }) => {
        const middle = felt.get(day)
        return middle !== undefined && fits(middle)
      }),
    )
  const little = on(middle => middle <= 3)
  const more = on(middle => middle > 3)
  const counts = [little.high, little.low, more.high, more.low].map(({ of }) => of)
  return { all: sidesIn(entries), little, more, canCompare: Math.min(...counts) >= compareFrom }
}
