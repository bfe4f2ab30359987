/** Writes every row anew, in both copies, as when a lock is put on or taken off; all of them or none. */
import type { LongWork, Rewrite } from '../app/data-ports.ts'
import type { Stored } from '../app/ports.ts'
import { storeNames } from '../core/records.ts'
import { batchWriter } from './batch-writer.ts'
import { type Sign, signKey } from './batches.ts'
import { carryOut, type Plan } from './carry-out.ts'
import type { Connection } from './connection.ts'
import type { Afterwards } from './long-turn.ts'
import { gather } from './many-changes.ts'
import { paceOf } from './pace.ts'
import { keepLatest } from './packs.ts'
import type { Parts } from './parts.ts'
import { renewing } from './renewing.ts'
import { nextUpdate } from './rows.ts'
import { rowPortions } from './rows-under.ts'
import type { Database } from './upgrades.ts'

/** Each row is found and changed, written into the journal, and into the database. */
const rounds = 3

const totalOf = async (database: Database): Promise<number> =>
  (await Promise.all(storeNames.map(store => database.count(store)))).reduce((sum, count) => sum + count, 0)

/**
 * Gives how many rows were changed; null where it was stopped, having changed none. Every earlier version leaves the journal, and the
 * daily copies are made anew; cut off in between, it can be done again. Imports that were brought in before can no longer be taken back.
 * To be called with the turn at long work.
 */
export const rewriteAll = async (
  parts: Parts,
  connection: Connection,
  change: Rewrite,
  work: LongWork,
  afterwards: Afterwards,
): Stored<number | null> => {
  const { keyValue, clock, chance } = parts
  const counted = await connection.read(totalOf)
  if (!counted.ok) return counted
  const now = clock.now().epochMilliseconds
  const id = chance.id(now)
  const pace = paceOf(work, rounds * Math.max(1, counted.value))
  const writer = batchWriter(keyValue, id, pace, false)

  const plan = async (database: Database): Promise<Plan<number> | null> => {
    const gathering = gather(await database.get('meta', 'meta'))
    let all = 0
    for (const store of storeNames)
      for await (const rows of rowPortions(database, store)) {
        const changed = await Promise.all(rows.map(row => change(store, row)))
        for (const [place, before] of rows.entries()) {
          const after = changed[place] ?? before
          if (after === before) continue
          const row = { ...after, updatedAt: nextUpdate(before, now) }
          gathering.add({ store, id: before.id, before, after: row })
          all += 1
        }
        pace.advance(rows.length)
        if (!(await pace.rest())) return null
      }
    if (all === 0) return { changes: null, told: 0 }
    const changes = await gathering.end(database, pace)
    return changes && { changes, told: all }
  }

  const sign: Sign = { kind: 'rewriting', at: now, format: '', added: 0, changed: 0 }
  const rewritten = await carryOut(parts, connection, {
    pace,
    afterwards,
    job: {
      plan,
      prepare: ({ rows }) => writer.write(rows),
      undo: writer.undo,
      sign: () => ({ [signKey(id)]: sign, ...renewing }),
      after: async () => {},
    },
  })
  if (!rewritten.ok || rewritten.value === null) return rewritten
  // Also where nothing was left to change: the last attempt may have been cut off before this.
  const cleaned = await connection.write(async () => {
    await keepLatest(keyValue)
    return rewritten.value
  })
  return cleaned.ok ? cleaned : { ...cleaned, problem: { ...cleaned.problem, perhapsDone: true } }
}
