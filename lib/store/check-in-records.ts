/** As much of a history as a check-in needs, so that the popup carries no more. */
import type { CheckInRecords } from '../app/ports.ts'
import type { Row } from '../core/merge.ts'
import type { RecordOf } from '../core/records.ts'
import type { Connection } from './connection.ts'
import type { Parts } from './parts.ts'
import { savedRow, shown } from './rows.ts'
import type { Writer } from './write.ts'

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
    return kept.ok ? { ok: true, value: shown(kept.value[0]) } : kept
  },

  page: (store, { before, limit }) =>
    connection.read(async database => {
      const range = before && IDBKeyRange.upperBound([before.at, before.id], true)
      const found: RecordOf<typeof store>[] = []
      if (limit <= 0) return found
      let cursor = await database.transaction(store).store.index('time').openCursor(range, 'prev')
      while (cursor !== null) {
        const record = shown(cursor.value as Row<typeof store>)
        if (record !== null) found.push(record)
        if (found.length >= limit) break
        cursor = await cursor.continue()
      }
      return found
    }),

  all: store =>
    connection.read(async database =>
      (await database.getAll(store)).flatMap(row => shown(row as Row<typeof store>) ?? []),
    ),
})
