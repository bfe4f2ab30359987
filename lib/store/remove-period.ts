/** Deletes a period from the history: tombstones in the database at once, and what was written in it leaves the journal. */
import type { LongWork } from '../app/data-ports.ts'
import type { Stored } from '../app/ports.ts'
import { isTombstone } from '../core/merge.ts'
import { batchWriter } from './batch-writer.ts'
import { type Sign, signKey } from './batches.ts'
import { carryOut, type Plan } from './carry-out.ts'
import type { Connection } from './connection.ts'
import type { Afterwards } from './long-turn.ts'
import { gather } from './many-changes.ts'
import { paceOf } from './pace.ts'
import { forget } from './packs.ts'
import type { Parts } from './parts.ts'
import { type Period, periodRows } from './period-rows.ts'
import { buriedRow } from './removal-rows.ts'
import { renewing } from './renewing.ts'
import { shown } from './rows.ts'
import { endForgetting, toForget } from './settle.ts'
import type { Database } from './upgrades.ts'

/** How many records that are shown lie in the period. */
export const countPeriod = async (database: Database, period: Period): Promise<number> => {
  let count = 0
  for await (const { rows } of periodRows(database, period))
    count += rows.filter(row => shown(row) !== null).length
  return count
}

/** Each row is found, written into the journal, and into the database. */
const rounds = 3

/** See WholeHistory. */
export const removePeriod = async (
  parts: Parts,
  connection: Connection,
  period: Period,
  work: LongWork,
  afterwards: Afterwards,
): Stored<number | null> => {
  const { keyValue, clock, chance } = parts
  const counted = await connection.read(database => countPeriod(database, period))
  if (!counted.ok) return counted
  const now = clock.now().epochMilliseconds
  const id = chance.id(now)
  const pace = paceOf(work, rounds * Math.max(1, counted.value))
  const writer = batchWriter(keyValue, id, pace, false)

  const plan = async (database: Database): Promise<Plan<number> | null> => {
    const gathering = gather(await database.get('meta', 'meta'))
    let [all, told] = [0, 0]
    for await (const { store, rows } of periodRows(database, period)) {
      for (const before of rows) {
        if (isTombstone(before)) continue
        gathering.add({ store, id: before.id, before, after: buriedRow(before, now) })
        all += 1
        told += Number(shown(before) !== null)
      }
      pace.advance(rows.length)
      if (!(await pace.rest())) return null
    }
    if (all === 0) return { changes: null, told }
    const changes = await gathering.end(database, pace)
    return changes && { changes, told }
  }

  const sign: Sign = { kind: 'removal', at: now, format: '', added: 0, changed: 0 }
  return carryOut(parts, connection, {
    pace,
    afterwards,
    job: {
      plan,
      prepare: ({ rows }) => writer.write(rows),
      undo: writer.undo,
      sign: () => ({ [signKey(id)]: sign, ...toForget, ...renewing }),
      after: async ({ rows }) => {
        await forget(
          keyValue,
          rows.flatMap(({ store, after }) => (after === null ? [] : [{ store, row: after }])),
        )
        await endForgetting(keyValue)
      },
    },
  })
}
