/** Where winter is, and whether less came through in the latest two. */
import type { DayRow } from '../records.ts'
import type { Day } from '../time.ts'
import type { Facts } from './facts.ts'

type Month = { readonly year: number; readonly month: number }

/** The winter in which a month (0 to 11) lies, by the year in which it began; null outside of winter. */
export const winterOf = ({ year, month }: Month, hemisphere: Facts['hemisphere']): number | null => {
  if (hemisphere === 'south') return month >= 5 && month <= 7 ? year : null
  return month === 11 ? year : month <= 1 ? year - 1 : null
}

const monthIn = (day: Day): Month => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)) - 1,
})

type Sum = { sum: number; n: number }

const addTo = (sums: Map<number, Sum>, of: number | null, counts: DayRow['scales']['felt']['counts']) => {
  if (of === null) return
  const into = sums.get(of) ?? { sum: 0, n: 0 }
  sums.set(of, into)
  for (const [value, count] of Object.entries(counts)) {
    into.sum += Number(value) * count
    into.n += count
  }
}

const meanOf = (sums: readonly (Sum | undefined)[]): number | null => {
  const n = sums.reduce((all, one) => all + (one?.n ?? 0), 0)
  return n === 0 ? null : sums.reduce((all, one) => all + (one?.sum ?? 0), 0) / n
}

/** So many years hold two whole winters with the summers beside them, whatever day it is. */
const years = 4

/** The first of the days that `lastWintersLower` looks at. */
export const wintersFrom = (today: Day): Day => Temporal.PlainDate.from(today).subtract({ years }).toString()

/**
 * Whether in each of the latest two winters that are over felt was lower, on the mean of its answers, than in the summers beside it. What
 * Patterns claim of the season is one wave through all years, of which the latest may know nothing.
 */
export const lastWintersLower = (
  days: readonly DayRow[],
  hemisphere: Facts['hemisphere'],
  today: Day,
): boolean => {
  const other = hemisphere === 'north' ? 'south' : 'north'
  const [winters, summers] = [new Map<number, Sum>(), new Map<number, Sum>()]
  for (const { day, scales } of days) {
    addTo(winters, winterOf(monthIn(day), hemisphere), scales.felt.counts)
    addTo(summers, winterOf(monthIn(day), other), scales.felt.counts)
  }
  const now = monthIn(today)
  // A winter began in its own year, in the north at its end: in autumn and summer the one of this year or the last is over.
  const isOver = (winter: number) =>
    hemisphere === 'north'
      ? now.year > winter + 1 || (now.year === winter + 1 && now.month >= 2)
      : now.year > winter || now.month >= 8
  const latest = [now.year, now.year - 1, now.year - 2].filter(isOver).slice(0, 2)
  // The southern summer before a winter began in the year before.
  const beside = hemisphere === 'north' ? [0, 1] : [-1, 0]
  return latest.every(winter => {
    const cold = meanOf([winters.get(winter)])
    const warm = meanOf(beside.map(step => summers.get(winter + step)))
    return cold !== null && warm !== null && cold < warm
  })
}
