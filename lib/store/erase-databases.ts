/** Deletes every database of Thaw's, first what is in it and then itself. */
import { deleteDB, openDB } from 'idb'
import { within } from './within.ts'

/** `shell`: another context holds on to a database that is empty by now. `content`: it could not be emptied either. */
export type DatabasesLeft = 'nothing' | 'shell' | 'content'

/** Others may hold the database open meanwhile. */
const empty = async (name: string): Promise<true> => {
  const database = await openDB(name, undefined, {
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  })
  try {
    const stores = [...database.objectStoreNames]
    if (stores.length === 0) return true
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
    await Promise.all([...stores.map(store => transaction.objectStore(store).clear()), transaction.done])
    return true
  } finally {
    database.close()
  }
}

const succeeds = async (work: Promise<true> | Promise<void>): Promise<true | null> => {
  try {
    await work
    return true
  } catch {
    return null
  }
}

/**
 * Every context that has one open is asked by the browser to close it; a database that one of them holds on to for longer than
 * `patience` milliseconds is empty at least, and goes as soon as it is let go of. To be called with the turn to write. Never rejects.
 */
export const eraseDatabases = async (
  patience: number,
): Promise<{ readonly found: boolean; readonly left: DatabasesLeft }> => {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  const ends = await Promise.all(
    names.map(async (name): Promise<DatabasesLeft> => {
      // A damaged one no longer opens, and is deleted all the same.
      const emptied = await within(patience, succeeds(empty(name)))
      if (await within(patience, succeeds(deleteDB(name)))) return 'nothing'
      return emptied ? 'shell' : 'content'
    }),
  )
  const left = (['content', 'shell'] as const).find(one => ends.includes(one)) ?? 'nothing'
  return { found: names.length > 0, left }
}
