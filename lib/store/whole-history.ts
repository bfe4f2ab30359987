/** The history as a whole: what works on all of it at once, over the database and its second copy. */
import type { Integrity, Rewriting, WholeHistory } from '../app/data-ports.ts'
import type { Stored } from '../app/ports.ts'
import type { Row, StoredRow } from '../core/merge.ts'
import { storeNames } from '../core/records.ts'
import { fail, ok } from '../core/result.ts'
import { bring } from './bring.ts'
import { sameMark } from './canary.ts'
import type { Connection } from './connection.ts'
import { fitted } from './fitted.ts'
import { importList } from './imports.ts'
import { checkIntegrity } from './integrity.ts'
import { type Afterwards, longTurn } from './long-turn.ts'
import { meet, meetingRounds } from './meet.ts'
import { readOwed } from './owed-beside.ts'
import { paceOf } from './pace.ts'
import type { Parts } from './parts.ts'
import { readWhole } from './read-whole.ts'
import { countPeriod, removePeriod } from './remove-period.ts'
import { rewriteAll } from './rewrite-all.ts'
import { takeBack } from './take-back.ts'
import { clearRemains } from './tidy.ts'
import { wholeCounts } from './whole-counts.ts'

/** How often everything is looked through while others may write, before they wait for it. */
const attempts = 2

/** See WholeHistory and Rewriting. One piece of long work that changes rows runs at a time, across all contexts. */
export const wholeHistory = (parts: Parts, connection: Connection): WholeHistory & Rewriting => {
  const { keyValue, clock } = parts
  const listImports = importList(keyValue)

  /** Work with parts of its own in the journal; what earlier work left there goes first. */
  const long = <Value>(work: (afterwards: Afterwards) => Stored<Value>): Stored<Value> =>
    longTurn(parts, async afterwards => {
      let isOwed = false
      const cleared = await connection.write(async database => {
        isOwed = (await readOwed(keyValue, database)) !== undefined
        await clearRemains(parts, connection, database)
      })
      if (cleared.ok) return work(afterwards)
      // What is asked for may be what the database has already.
      return isOwed ? fail({ ...cleared.problem, perhapsDone: true }) : cleared
    })

  const periodOf = (from: string, to: string) => ({ from, to, zone: clock.now().timeZoneId })

  return {
    rows: (store, { after, limit }) =>
      connection.read(async database => {
        const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
        const rows = await database.getAll(store, range, limit)
        // A store holds rows of its own type alone.
        return rows.map((row): StoredRow<typeof store> => ({ store, row: row as Row<typeof store> }))
      }),

    counts: () => connection.read(wholeCounts),

    fitted: (file, work = {}) =>
      connection.read(database => fitted(database, file, paceOf(work, file.rows.length))),

    compare: (rows, work = {}) => {
      const pace = paceOf(work, meetingRounds * rows.length)
      return connection.read(async database => {
        const met = await meet(database, rows, pace)
        if (met !== null) pace.finish()
        return met?.meeting ?? null
      })
    },

    bring: (source, rows, work = {}) =>
      long(afterwards => bring(parts, connection, source, rows, work, afterwards)),

    imports: () => connection.read(listImports),

    takeBack: (id, work = {}) => long(afterwards => takeBack(parts, connection, id, work, afterwards)),

    inPeriod: (from, to) =>
      connection.read(async database => (from > to ? 0 : await countPeriod(database, periodOf(from, to)))),

    removePeriod: async (from, to, work = {}) =>
      from > to
        ? ok(0)
        : long(afterwards => removePeriod(parts, connection, periodOf(from, to), work, afterwards)),

    rewrite: (change, work = {}) =>
      long(afterwards => rewriteAll(parts, connection, change, work, afterwards)),

    putRight: () => connection.write(connection.reconcile),

    check: async (work = {}) => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const looked = await connection.read(async database => {
          const pace = paceOf(work, await workOf(database))
          const mark = await database.get('meta', 'meta')
          // Rejects where anything cannot be read, which has the database filled anew.
          const isRead = (await readWhole(database, { byTime: true, pace })) !== null
          const found = isRead ? await checkIntegrity(database, keyValue, pace) : null
          const steady = sameMark(mark, await database.get('meta', 'meta'))
          // What is just being packed leaves one key of the journal for another, and could be seen in neither.
          const sure = found === null || (steady && found.uncopied === 0)
          if (found !== null && sure) pace.finish()
          return { found, sure, steady }
        })
        if (!looked.ok) return looked
        if (looked.value.sure) return ok(looked.value.found)
        if (looked.value.steady) break
      }
      return connection.write(async database => {
        const pace = paceOf(work, await workOf(database))
        const isRead = (await readWhole(database, { byTime: true, pace })) !== null
        const found: Integrity | null = isRead ? await checkIntegrity(database, keyValue, pace) : null
        if (found !== null) pace.finish()
        return found
      })
    },
  }
}

/** Every row is read, read again by its time, looked at, and compared with its copy. */
const workOf = async (database: Parameters<typeof wholeCounts>[0]): Promise<number> => {
  const counts = await Promise.all(storeNames.map(store => database.count(store)))
  return 4 * counts.reduce((sum, count) => sum + count, 0)
}
