/** Writing into a history: every change lies in the database and in the journal before it is acknowledged. */
import type { Stored } from '../app/ports.ts'
import { recount, touchedDays } from '../core/days.ts'
import type { Row } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import { momentOf } from '../core/time.ts'
import { ahead, dayRowsWithin, endingOf } from './ahead.ts'
import { canaryIn, canaryKey, nextCanary, sameMark } from './canary.ts'
import type { Connection, Turn } from './connection.ts'
import { linesOf } from './journal.ts'
import { assertSealed, lockKey } from './lock-key.ts'
import type { Parts } from './parts.ts'
import { tellingError } from './problem.ts'
import { countedOf, shown } from './rows.ts'
import type { Database } from './upgrades.ts'

/** What is to become of a row; null leaves it as it is. */
type Plan<Store extends StoreName> = (current: Row<Store> | null) => Row<Store> | null

const rejections = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))

/** Commits explicitly, which saves the round trip after which a transaction would commit by itself. */
const commit = (transaction: { commit(): void }) => {
  try {
    transaction.commit()
  } catch {
    // It was aborted, which its end will tell.
  }
}

/**
 * Carries out `plan` for each id in one transaction, with the `days` rows, the journal lines and both marks; gives the rows
 * that were written, or null, having written nothing, where database and canary disagree or the turn to write is another's.
 * The transaction begins without that turn and ends by it: what it read stands as long as it is open, because every writer's
 * spans `meta`, and before it ends nothing lasts in either place. Nobody waits for the turn with a transaction open, so no two
 * can wait for each other.
 */
const keep = async <Store extends StoreName>(
  { keyValue, chance, clock }: Parts,
  database: Database,
  store: Store,
  ids: readonly Id[],
  plan: Plan<Store>,
  turn: Turn,
): Promise<readonly Row<Store>[] | null> => {
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
  const dayRows = dayRowsWithin(day => days.get(day))
  const written: Row<Store>[] = []
  const changes: Parameters<typeof assertSealed>[1][number][] = []
  try {
    const found = ids.map(id => ahead(rows.get(id)))
    // Most that is written belongs to this day.
    void dayRows.get(momentOf(clock.now()).day)
    const known = ahead(metas.get('meta'))
    // Runs beside the transaction's own requests, because a person waits for all of it.
    const consent = endingOf(Promise.all([turn(), keyValue.get([canaryKey, lockKey])]))
    let more = 0
    for (const row of found) {
      // A store holds rows of its own type alone.
      const before = ((await row) ?? null) as Row<Store> | null
      const after = plan(before)
      if (after === null) continue
      written.push(after)
      changes.push({ store, row: after, before })
      write(rows.put(after))
      more += Number(shown(after) !== null) - Number(shown(before) !== null)
      const [was, is] = [countedOf(store, before), countedOf(store, after)]
      for (const day of touchedDays(was, is)) {
        const counted = recount(await dayRows.get(day), day, was, is)
        dayRows.put(day, counted)
        write(counted === null ? days.delete(day) : days.put(counted))
      }
    }
    // A transaction ends once it asks for nothing, whatever else is waited for; so it goes on asking.
    while (consent.result === null) await metas.get('meta')
    if (consent.result.status === 'rejected') throw consent.result.reason
    const [isMine, values] = consent.result.value
    const canary = canaryIn(values)
    if (!isMine || !sameMark(canary, await known)) {
      transaction.abort()
      return null
    }
    assertSealed(values[lockKey], changes)
    const newest = written.at(-1)
    if (newest !== undefined) {
      const before = canary ?? {
        installId: chance.id(clock.now().epochMilliseconds),
        sequence: 0,
        counts: {},
        newest: null,
      }
      const mark = nextCanary(before, { store, id: newest.id }, more)
      write(metas.put({ id: 'meta', installId: mark.installId, sequence: mark.sequence }))
      commit(transaction)
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

export type Writer = {
  /** Carries out `plan` for each id, and gives the rows that were written. */
  change<Store extends StoreName>(
    store: Store,
    ids: readonly Id[],
    plan: Plan<Store>,
  ): Stored<readonly Row<Store>[]>
  /** As `change`, for a caller that has the turn to write already. Rejects where it fails. */
  changeRows<Store extends StoreName>(
    database: Database,
    store: Store,
    ids: readonly Id[],
    plan: Plan<Store>,
  ): Promise<readonly Row<Store>[]>
}

/** Of whoever has the turn already. */
const mine: Turn = async () => true

/** A plan may be called again for the same id, with what is stored by then. */
export const createWriter = (parts: Parts, connection: Connection): Writer => {
  const changeRows = async <Store extends StoreName>(
    database: Database,
    store: Store,
    ids: readonly Id[],
    plan: Plan<Store>,
  ) => {
    const kept = await keep(parts, database, store, ids, plan, mine)
    if (kept !== null) return kept
    await connection.reconcile(database)
    const keptNow = await keep(parts, database, store, ids, plan, mine)
    if (keptNow === null) throw new DOMException('Both copies still disagree', 'DataError')
    return keptNow
  }

  return {
    changeRows,
    change: (store, ids, plan) =>
      connection.writeSoon(
        (database, turn) => keep(parts, database, store, ids, plan, turn),
        database => changeRows(database, store, ids, plan),
      ),
  }
}
