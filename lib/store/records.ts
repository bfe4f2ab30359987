/** The history in IndexedDB. */
import type { Records } from '../app/ports.ts'
import { isDayRow } from '../core/days.ts'
import type { Row } from '../core/merge.ts'
import type { RecordOf } from '../core/records.ts'
import { checkInRecords } from './check-in-records.ts'
import type { Connection } from './connection.ts'
import { firstIdAt } from './first-id.ts'
import { newestRows } from './newest-rows.ts'
import type { Parts } from './parts.ts'
import { removalRecords } from './removal-records.ts'
import { shown } from './rows.ts'
import { createWriter } from './write.ts'

/** The history over `connection`. */
export const databaseRecords = (parts: Parts, connection: Connection): Records => {
  const writer = createWriter(parts, connection)

  return {
    ...checkInRecords(parts, connection, writer),
    ...removalRecords(parts, connection, writer),

    between: (store, from, to) =>
      connection.read(async database => {
        if (from >= to) return []
        // An array is greater than every array it continues, so ids do not matter at either end.
        const range = IDBKeyRange.bound([from], [to], false, true)
        const rows = await database.getAllFromIndex(store, 'time', range)
        return rows.flatMap(row => shown(row as Row<typeof store>) ?? [])
      }),

    since: (store, from) =>
      connection.read(async database => {
        const rows = await database.getAll(store, IDBKeyRange.lowerBound(firstIdAt(from)))
        return rows.flatMap(row => shown(row as Row<typeof store>) ?? [])
      }),

    made: (store, { before, limit }) =>
      connection.read(async database => {
        const found: RecordOf<typeof store>[] = []
        const rows = database.transaction(store).store
        let from = before
        // Hidden rows do not count towards the limit.
        for (let open = limit; open > 0; open = limit - found.length) {
          const page = await newestRows(rows, from, open)
          for (const row of page) {
            const record = shown(row as Row<typeof store>)
            if (record !== null) found.push(record)
          }
          from = page.at(-1)?.id
          if (page.length < open || from === undefined) break
        }
        return found
      }),

    days: (from, to) =>
      connection.read(async database =>
        from > to
          ? []
          : (await database.getAll('days', IDBKeyRange.bound(from, to))).filter(row => isDayRow(row)),
      ),

    daySpan: () =>
      connection.read(async database => {
        const days = database.transaction('days').store
        const ends = await Promise.all([days.openKeyCursor(null, 'next'), days.openKeyCursor(null, 'prev')])
        const [first, last] = ends.map(cursor => cursor?.key)
        return first === undefined || last === undefined ? null : { first, last }
      }),
  }
}
