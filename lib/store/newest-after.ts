/** After many rows came or went at once: which row, by being there, tells that the database was not lost. */
import type { Id, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import type { Canary } from './canary.ts'
import type { RowChange } from './many-changes.ts'
import { rowsAtOnce } from './rows-under.ts'
import type { Database } from './upgrades.ts'

/** A row of the store that stays; null where all are taken. */
const anyBut = async (
  database: Database,
  store: StoreName,
  isTaken: (id: Id) => boolean,
): Promise<Id | null> => {
  let from: Id | undefined
  for (;;) {
    const range = from === undefined ? null : IDBKeyRange.lowerBound(from, true)
    // Rows and not their keys: a whole Chromium 156 may end where it is asked for damaged keys alone.
    const rows = await database.getAll(store, range, rowsAtOnce)
    const found = rows.find(row => !isTaken(row.id))
    if (found !== undefined) return found.id
    from = rows.at(-1)?.id
    if (from === undefined || rows.length < rowsAtOnce) return null
  }
}

/** The last row that is put; else the one that told it until now, or any that stays. */
export const newestAfter = async (
  database: Database,
  changes: readonly RowChange[],
  known: Canary['newest'],
): Promise<Canary['newest']> => {
  const put = changes.findLast(({ after }) => after !== null)
  if (put !== undefined) return { store: put.store, id: put.id }
  const taken = new Map<StoreName, Set<Id>>(storeNames.map(store => [store, new Set()]))
  for (const { store, id } of changes) taken.get(store)?.add(id)
  if (known !== null && !taken.get(known.store)?.has(known.id)) return known
  for (const store of storeNames) {
    const id = await anyBut(database, store, key => taken.get(store)?.has(key) === true)
    if (id !== null) return { store, id }
  }
  return null
}
