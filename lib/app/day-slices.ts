/** Reads all days a year at a time, because the rows of ten years at once would hold up the page. */
import type { DayRow } from '../core/records.ts'
import { ok, type Result } from '../core/result.ts'
import type { Day } from '../core/time.ts'
import type { DaysAsk, StoreProblem } from './ports.ts'
import type { ShownDays } from './shown-days.ts'

const digits = (year: number): string => String(year).padStart(4, '0')

/** Where a year begins in the order of days; no day is called so. */
const cutsBetween = (first: Day, last: Day): readonly Day[] => {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  // Days of no calendar may stand before and after: what lies beyond a life around the others is read in one.
  const begin = Number.isInteger(from) ? Math.max(from, 1900) : 1900
  const end = Number.isInteger(to) ? Math.min(to, begin + 200) : begin + 200
  return Array.from({ length: Math.max(0, end - begin + 1) }, (_, place) => digits(begin + place))
}

/** Calls `take` with the rows of every year that has some, the oldest first; `ask` as in Records. */
export const readByYear = async (
  days: Pick<ShownDays, 'days' | 'span'>,
  take: (rows: readonly DayRow[]) => void,
  ask?: DaysAsk,
): Promise<Result<void, StoreProblem>> => {
  const span = await days.span()
  if (!span.ok) return span
  if (span.value === null) return ok(undefined)
  const { first, last } = span.value
  const cuts = [first, ...cutsBetween(first, last).filter(cut => first < cut && cut < last), `${last}\uffff`]
  for (let place = 1; place < cuts.length; place += 1) {
    const rows = await days.days(cuts[place - 1] ?? '', cuts[place] ?? '', ask)
    if (!rows.ok) return rows
    if (rows.value.length > 0) take(rows.value)
  }
  return ok(undefined)
}
