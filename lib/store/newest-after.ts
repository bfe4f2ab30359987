/** Which row tells, by being there, that the database was not lost: after many rows came or went at once. */
import type { Id, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import type { Canary } from './canary.ts'
import type { RowChange } from './many-changes.ts'
import type { Database } from './upgrades.ts'

const keysAtOnce = 1_000

/** A row of the store that stays; null where all are taken. */
const anyBut = async (
  database: Database,
  store: StoreName,
  isTaken: (id: Id) => boolean,
): Promise<Id | null> => {
  let from: Id | undefined
  for (;;) {
    const range = from === undefined ? null : IDBKeyRange.lowerBound(from, true)
    const keys = await database.getAllKeys(store, range, keysAtOnce)
    const found = keys.find(key => !isTaken(key))
    if (found !== undefined) return found
    from = keys.at(-1)
    if (from === undefined || keys.length < keysAtOnce) return null
  }
}

/** The last one that is put; else the one that told it until now, or any that stays. */
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
