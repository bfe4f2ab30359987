/** What a day adds up to once many of its records have come and gone at once. */
import { emptyDay, scales } from './days.ts'
import type { DayRow, ScaleSums } from './records.ts'
import type { Day } from './time.ts'

type Sums = { readonly [key: string]: number }

/** Never below zero, and what is zero is left out. */
const sum = (own: Sums, come: Sums | undefined, gone: Sums | undefined): { [key: string]: number } => {
  // A map, because an id from an import may be called `__proto__`.
  const sums = new Map(Object.entries(own))
  for (const [key, count] of Object.entries(come ?? {})) sums.set(key, (sums.get(key) ?? 0) + count)
  for (const [key, count] of Object.entries(gone ?? {})) sums.set(key, (sums.get(key) ?? 0) - count)
  return Object.fromEntries([...sums].filter(([, count]) => count > 0))
}

const left = (own: number, come = 0, gone = 0): number => Math.max(0, own + come - gone)

const scaleSum = (own: ScaleSums, come: ScaleSums | undefined, gone: ScaleSums | undefined): ScaleSums => ({
  counts: sum(own.counts, come?.counts, gone?.counts),
  cantTell: left(own.cantTell, come?.cantTell, gone?.cantTell),
})

/**
 * The row of `day`, which was `row`, once the records that add up to `come` are there and those of `gone` no longer; null where
 * nothing is left of the day. The same as `recount` gives for one record after another.
 */
export const dayAfter = (
  row: DayRow | null,
  day: Day,
  come: DayRow | null,
  gone: DayRow | null,
): DayRow | null => {
  const own = row ?? emptyDay(day)
  const checkIns = left(own.checkIns, come?.checkIns, gone?.checkIns)
  const sessions = left(own.sessions, come?.sessions, gone?.sessions)
  if (checkIns === 0 && sessions === 0) return null
  const [felt, far, pleasant, energy] = scales.map(name =>
    scaleSum(own.scales[name], come?.scales[name], gone?.scales[name]),
  ) as [ScaleSums, ScaleSums, ScaleSums, ScaleSums]
  return {
    day,
    checkIns,
    sessions,
    scales: { felt, far, pleasant, energy },
    words: sum(own.words, come?.words, gone?.words),
    tags: sum(own.tags, come?.tags, gone?.tags),
  }
}
