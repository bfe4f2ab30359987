/** Writes many rows in one transaction, a slice at a time, so that the page answers meanwhile and can stop it. */
import { unwrap } from 'idb'
import type { Meta } from './canary.ts'
import { type ManyChanges, storesOf } from './many-changes.ts'
import type { Pace } from './pace.ts'
import { slices } from './rows-under.ts'
import type { Database } from './upgrades.ts'

const ended = (request: IDBRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve()
    // The transaction then aborts, and tells why.
    request.onerror = () => reject(request.error)
  })

/**
 * The rows, their days and the mark, all or nothing; false, having changed nothing, where it was stopped. Within it nothing is
 * awaited but its own requests, and one of them is always under way, or the browser would end it.
 */
export const putMany = async (
  database: Database,
  { rows, days }: ManyChanges,
  meta: Meta,
  pace: Pace,
): Promise<boolean> => {
  const transaction = unwrap(database).transaction([...storesOf(rows), 'days', 'meta'], 'readwrite', {
    durability: 'strict',
  })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'))
  })
  done.catch(() => {})
  const stop = () => {
    transaction.abort()
    return false
  }
  try {
    // Two slices are under way at a time, so that the database never waits for the page.
    let earlier = Promise.resolve()
    for (const slice of slices(rows)) {
      let last: IDBRequest | null = null
      for (const { store, id, after } of slice) {
        const into = transaction.objectStore(store)
        last = after === null ? into.delete(id) : into.put(after)
      }
      const later = last === null ? earlier : ended(last)
      later.catch(() => {})
      await earlier
      if (pace.isStopped()) return stop()
      pace.advance(slice.length)
      earlier = later
    }
    const dayRows = transaction.objectStore('days')
    for (const slice of slices(days)) {
      await earlier
      let last: IDBRequest | null = null
      for (const { day, after } of slice) last = after === null ? dayRows.delete(day) : dayRows.put(after)
      if (last !== null) earlier = ended(last)
      earlier.catch(() => {})
    }
    if (pace.isStopped()) return stop()
    transaction.objectStore('meta').put(meta)
    await earlier
    if (pace.isStopped()) return stop()
    transaction.commit()
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // The browser had ended it already, which tells more than what was to be asked of it then.
      await done
    }
    throw error
  }
  await done
  return true
}
