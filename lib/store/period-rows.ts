/** Finds what happened in a period: rows of its civil days, wherever they were lived, and nudges planned in it. */
import type { Row } from '../core/merge.ts'
import { isTombstone } from '../core/merge.ts'
import type { StoreName } from '../core/records.ts'
import type { Day } from '../core/time.ts'
import { zonedAt, zoneSpread } from '../core/time.ts'
import { shown } from './rows.ts'
import { rowPortions, rowsAtOnce } from './rows-under.ts'
import type { Database } from './upgrades.ts'

export type Period = {
  readonly from: Day
  readonly to: Day /** In which nudges were planned. */
  readonly zone: string
}

/** Those that are deleted for good have no day any more. */
const isIn = (row: Row, { from, to, zone }: Period): boolean => {
  if (isTombstone(row)) return false
  const day =
    'day' in row ? row.day : 'plannedAt' in row ? zonedAt(row.plannedAt, zone).toPlainDate().toString() : ''
  return from <= day && day <= to
}

const startOf = (day: Day): number => Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds

/** A portion of rows of a store, only those in the period. */
export type PeriodRows = { readonly store: StoreName; readonly rows: readonly Row[] }

/** By time, as far as civil days lie from the same date elsewhere. */
async function* near(database: Database, store: 'checkIns' | 'sessions', { from, to }: Period) {
  const end = [startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString()) + zoneSpread] as const
  let range = IDBKeyRange.bound([startOf(from) - zoneSpread], end)
  for (;;) {
    const rows = await database.getAllFromIndex(store, 'time', range, rowsAtOnce)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsAtOnce || !('at' in last)) return
    range = IDBKeyRange.bound([last.at, last.id], end, true)
  }
}

/** How many records `days` knows of in the period. */
const toldByDays = async (database: Database, store: 'checkIns' | 'sessions', { from, to }: Period) =>
  (await database.getAll('days', IDBKeyRange.bound(from, to))).reduce((sum, row) => sum + row[store], 0)

/** Each row once. Hidden ones too: their text is still there. */
export async function* periodRows(database: Database, period: Period): AsyncGenerator<PeriodRows> {
  for (const store of ['checkIns', 'sessions'] as const) {
    const met = new Set<string>()
    let count = 0
    const fresh = (rows: readonly Row[]) => {
      const found = rows.filter(row => isIn(row, period) && !met.has(row.id))
      for (const row of found) {
        met.add(row.id)
        count += Number(shown(row) !== null)
      }
      return { store, rows: found }
    }
    for await (const rows of near(database, store, period)) yield fresh(rows)
    // A day that has more was given records whose times lie elsewhere, as a strange file may have them.
    if ((await toldByDays(database, store, period)) > count)
      for await (const rows of rowPortions(database, store)) yield fresh(rows)
  }
  for (const store of ['reflections', 'markers', 'nudges'] as const)
    for await (const rows of rowPortions(database, store))
      yield { store, rows: rows.filter(row => isIn(row, period)) }
}
