/** The history in IndexedDB. */
import type { Records } from '../app/ports.ts'
import type { Row } from '../core/merge.ts'
import { checkInRecords } from './check-in-records.ts'
import type { Connection } from './connection.ts'
import { firstIdAt } from './first-id.ts'
import { loadRare } from './load-rare.ts'
import type { Parts } from './parts.ts'
import { removedRow, returnedRow, settledRow, shown } from './rows.ts'
import { createWriter } from './write.ts'

/** The history over `connection`. */
export const databaseRecords = (parts: Parts, connection: Connection): Records => {
  const now = () => parts.clock.now().epochMilliseconds
  const writer = createWriter(parts, connection)
  const { change, changeRows } = writer

  return {
    ...checkInRecords(parts, connection, writer),

    remove: async (store, id, undoUntil) => {
      const kept = await change(store, [id], current => removedRow(current, undoUntil, now()))
      return kept.ok ? { ok: true, value: undefined } : kept
    },

    undoRemove: async (store, id) => {
      const kept = await change(store, [id], current => returnedRow(current, now()))
      return kept.ok ? { ok: true, value: kept.value.length > 0 } : kept
    },

    settleRemovals: async () => {
      const at = now()
      const due = await connection.read(async database => {
        const { dueRemovals } = await loadRare()
        return dueRemovals(database, parts.keyValue, at)
      })
      if (!due.ok) return due
      if (due.value.length === 0) return { ok: true, value: undefined }
      return connection.write(async database => {
        const { settle } = await loadRare()
        await settle(database, parts.keyValue, due.value, (store, ids) =>
          changeRows(database, store, ids, current => settledRow(current, at)),
        )
      })
    },

    between: (store, from, to) =>
      connection.read(async database => {
        if (from >= to) return []
        // An array is greater than every array it continues, so ids do not matter at either end.
        const range = IDBKeyRange.bound([from], [to], false, true)
        const rows = await database.getAllFromIndex(store, 'time', range)
        return rows.flatMap(row => shown(row as Row<typeof store>) ?? [])
      }),

    all: store =>
      connection.read(async database =>
        (await database.getAll(store)).flatMap(row => shown(row as Row<typeof store>) ?? []),
      ),

    since: (store, from) =>
      connection.read(async database => {
        const rows = await database.getAll(store, IDBKeyRange.lowerBound(firstIdAt(from)))
        return rows.flatMap(row => shown(row as Row<typeof store>) ?? [])
      }),

    days: (from, to) =>
      connection.read(async database =>
        from > to ? [] : database.getAll('days', IDBKeyRange.bound(from, to)),
      ),
  }
}
