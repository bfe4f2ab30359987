/** As much of a history as a check-in needs, so that the popup carries no more. */
import type { CheckInRecords } from '../app/ports.ts'
import type { Row } from '../core/merge.ts'
import type { RecordOf } from '../core/records.ts'
import { ok } from '../core/result.ts'
import type { Connection } from './connection.ts'
import type { Parts } from './parts.ts'
import { savedRow, shown } from './rows.ts'
import type { Writer } from './write.ts'

/** See Records. Nothing rejects. Rows are given as they lie, sealed ones too. */
export const checkInRecords = (
  { clock }: Pick<Parts, 'clock'>,
  connection: Connection,
  { change }: Pick<Writer, 'change'>,
): CheckInRecords => ({
  get: (store, id) =>
    connection.read(async database => shown((await database.get(store, id)) as Row<typeof store>)),

  save: async (store, id, decide) => {
    const kept = await change(store, [id], current => {
      const fields = decide(shown(current))
      return fields === null ? null : savedRow(current, id, fields, clock.now().epochMilliseconds)
    })
    return kept.ok ? ok(shown(kept.value[0])) : kept
  },

  page: (store, { before, limit }) =>
    connection.read(async database => {
      let range = before && IDBKeyRange.upperBound([before.at, before.id], true)
      const found: RecordOf<typeof store>[] = []
      const index = database.transaction(store).store.index('time')
      // Both ends by their keys, then everything between them at once: a cursor would ask for each row by itself and hold up writers.
      for (let open = limit - found.length; open > 0; open = limit - found.length) {
        const cursor = await index.openKeyCursor(range, 'prev')
        const newest = cursor?.key
        if (!cursor || !newest) break
        const oldest = open === 1 ? newest : (await cursor.advance(open - 1))?.key
        const rows = await index.getAll(
          oldest ? IDBKeyRange.bound(oldest, newest) : IDBKeyRange.upperBound(newest),
        )
        found.push(...rows.reverse().flatMap(row => shown(row as Row<typeof store>) ?? []))
        // Hidden rows do not count towards the limit.
        if (!oldest) break
        range = IDBKeyRange.upperBound(oldest, true)
      }
      return found
    }),

  all: store =>
    connection.read(async database =>
      (await database.getAll(store)).flatMap(row => shown(row as Row<typeof store>) ?? []),
    ),
})
