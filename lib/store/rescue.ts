/** What can still be read of a history that does not open: its second copy, and whatever rows a damaged database gives away. */
import { openDB } from 'idb'
import type { Counts, WholeHistory } from '../app/data-ports.ts'
import type { KeyValue } from '../app/ports.ts'
import { isTombstone, type Row, type StoredRow, winner } from '../core/merge.ts'
import { type StoreName, storeNames } from '../core/records.ts'
import { ok } from '../core/result.ts'
import type { Shelf } from './pack-rows.ts'
import { readJournal } from './packs.ts'
import { readableRows } from './readable-rows.ts'
import { validRow } from './valid-rows.ts'

/** After so many errors the rest of a database is given up: each error costs an opening. */
const patience = 5_000

const layReadable = async (shelf: Shelf, name: string): Promise<void> => {
  const open = () =>
    openDB(name, undefined, {
      // Reading what is left must not keep another page from putting it right.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    })
  const database = await open()
  const stores = storeNames.filter(known => database.objectStoreNames.contains(known))
  database.close()
  const connect = () => open().catch(() => null)
  let errors = patience
  for (const store of stores) {
    const rows = shelf.get(store)
    const found = (value: unknown) => {
      const row = validRow(store, value)
      const known = row && rows?.get(row.id)
      if (row !== null) rows?.set(row.id, known ? winner(known, row) : row)
    }
    errors = await readableRows({ connect, store, known: [...(rows?.keys() ?? [])], found }, errors)
  }
}

const countsOf = (rows: readonly Row[]): Counts[StoreName] => {
  const deleted = rows.filter(isTombstone).length
  const hidden = rows.filter(row => !isTombstone(row) && row.undoUntil !== undefined).length
  return { shown: rows.length - deleted - hidden, hidden, deleted }
}

/** As much of a whole history as a backup is written from. Changes nothing; rejects where even the second copy cannot be read. */
export const rescue = async (keyValue: KeyValue): Promise<Pick<WholeHistory, 'rows' | 'counts'>> => {
  const shelf = (await readJournal(keyValue)).rows
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  // One that does not even open has nothing to give.
  for (const name of names) await layReadable(shelf, name).catch(() => {})

  const sorted = new Map(
    storeNames.map(store => [
      store,
      [...(shelf.get(store)?.values() ?? [])].sort((one, other) => (one.id < other.id ? -1 : 1)),
    ]),
  )
  return {
    counts: async () =>
      ok(Object.fromEntries(storeNames.map(store => [store, countsOf(sorted.get(store) ?? [])])) as Counts),
    rows: async (store, { after, limit }) => {
      const rows = sorted.get(store) ?? []
      const from = after === undefined ? 0 : rows.findIndex(row => row.id > after)
      const found = from < 0 ? [] : rows.slice(from, from + limit)
      return ok(found.map(row => ({ store, row })) as readonly StoredRow<typeof store>[])
    },
  }
}
