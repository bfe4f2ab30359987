/** The history in IndexedDB: every change lies in the database and in the journal before it is acknowledged. */
import type { Records } from '../app/ports.ts'
import { recount, touchedDays } from '../core/days.ts'
import type { Row } from '../core/merge.ts'
import type { Id, RecordOf, StoreName } from '../core/records.ts'
import { canaryKey, nextCanary, readCanary, sameMark } from './canary.ts'
import type { Connection } from './connection.ts'
import { linesOf } from './journal.ts'
import type { Parts } from './parts.ts'
import { tellingError } from './problem.ts'
import { countedOf, removedRow, returnedRow, savedRow, settledRow, shown } from './rows.ts'
import type { Database } from './upgrades.ts'

/** What is to become of a row; null leaves it as it is. */
type Plan<Store extends StoreName> = (current: Row<Store> | null) => Row<Store> | null

const rejections = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))

/**
 * Carries out `plan` for each id in one transaction, with the `days` rows, the journal lines and both marks; gives the rows
 * that were written, or null, having written nothing, where database and canary disagree. To be called with the turn to write.
 */
const keep = async <Store extends StoreName>(
  { keyValue, chance, clock }: Parts,
  database: Database,
  store: Store,
  ids: readonly Id[],
  plan: Plan<Store>,
): Promise<readonly Row<Store>[] | null> => {
  const canary = await readCanary(keyValue)
  const transaction = database.transaction([store, 'days', 'meta'], 'readwrite', { durability: 'strict' })
  const done = transaction.done
  done.catch(() => {})
  const rows = transaction.objectStore(store)
  const days = transaction.objectStore('days')
  const metas = transaction.objectStore('meta')

  const writing: Promise<unknown>[] = [done]
  /** A request that fails is looked at in the end; until then it is no unhandled rejection. */
  const write = (request: Promise<unknown>) => {
    request.catch(() => {})
    writing.push(request)
  }
  const written: Row<Store>[] = []
  try {
    const meta = await metas.get('meta')
    if (!sameMark(canary, meta)) {
      transaction.abort()
      await done.catch(() => {})
      return null
    }
    let more = 0
    for (const id of ids) {
      // A store holds rows of its own type alone.
      const before = ((await rows.get(id)) ?? null) as Row<Store> | null
      const after = plan(before)
      if (after === null) continue
      written.push(after)
      write(rows.put(after))
      more += Number(shown(after) !== null) - Number(shown(before) !== null)
      const [was, is] = [countedOf(store, before), countedOf(store, after)]
      for (const day of touchedDays(was, is)) {
        const row = recount((await days.get(day)) ?? null, day, was, is)
        write(row === null ? days.delete(day) : days.put(row))
      }
    }
    const newest = written.at(-1)
    if (newest !== undefined) {
      const none = {
        installId: chance.id(clock.now().epochMilliseconds),
        sequence: 0,
        counts: {},
        newest: null,
      }
      const mark = nextCanary(canary ?? none, { store, id: newest.id }, more)
      write(metas.put({ id: 'meta', installId: mark.installId, sequence: mark.sequence }))
      // Started beside the transaction, never awaited within it.
      write(keyValue.set({ ...linesOf(store, written), [canaryKey]: mark }))
    }
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // The browser had ended it already.
    }
    write(Promise.reject(error))
  }
  const errors = rejections(await Promise.allSettled(writing))
  if (errors.length > 0) throw tellingError(errors)
  return written
}

/** The history over `connection`. */
export const databaseRecords = (parts: Parts, connection: Connection): Records => {
  const now = () => parts.clock.now().epochMilliseconds

  /** To be called with the turn to write. */
  const changeRows = async <Store extends StoreName>(
    database: Database,
    store: Store,
    ids: readonly Id[],
    plan: Plan<Store>,
  ) => {
    const kept = await keep(parts, database, store, ids, plan)
    if (kept !== null) return kept
    await connection.reconcile(database)
    const keptNow = await keep(parts, database, store, ids, plan)
    if (keptNow === null) throw new DOMException('Both copies still disagree', 'DataError')
    return keptNow
  }

  const change = <Store extends StoreName>(store: Store, ids: readonly Id[], plan: Plan<Store>) =>
    connection.write(database => changeRows(database, store, ids, plan))

  return {
    get: (store, id) =>
      connection.read(async database => shown((await database.get(store, id)) as Row<typeof store>)),

    save: async (store, id, decide) => {
      const kept = await change(store, [id], current => {
        const fields = decide(shown(current))
        return fields === null ? null : savedRow(current, id, fields, now())
      })
      return kept.ok ? { ok: true, value: shown(kept.value[0]) } : kept
    },

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
        // Only pages that delete and the worker settle, so the popup does not carry it.
        const { dueRemovals } = await import('./settle.ts')
        return dueRemovals(database, parts.keyValue, at)
      })
      if (!due.ok) return due
      if (due.value.length === 0) return { ok: true, value: undefined }
      return connection.write(async database => {
        const { settle } = await import('./settle.ts')
        await settle(database, parts.keyValue, due.value, (store, ids) =>
          changeRows(database, store, ids, current => settledRow(current, at)),
        )
      })
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

    days: (from, to) =>
      connection.read(async database =>
        from > to ? [] : database.getAll('days', IDBKeyRange.bound(from, to)),
      ),
  }
}
