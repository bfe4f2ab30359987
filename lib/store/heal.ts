/** A database that the browser holds and can no longer read gives way to one that is filled from the second copy. */
import { deleteDB } from 'idb'
import type { KeyValue } from '../app/ports.ts'
import { errorName } from '../core/error-name.ts'
import { storeNames } from '../core/records.ts'
import { readCanary } from './canary.ts'
import { forgetName, keepName, spareNames } from './database-name.ts'
import { openDatabase } from './db.ts'
import { readJournal } from './packs.ts'
import type { Parts } from './parts.ts'
import { problemOf } from './problem.ts'
import { readWhole, unreadable } from './read-whole.ts'
import { shown } from './rows.ts'
import { within } from './within.ts'

/** The name of a database that can be read, and whether another one could not. */
type Found = { readonly name: string; readonly wasDamaged: boolean }

export type Healed = {
  /** The name of a database that can be read. */
  readonly name: string
  /** What failed may be tried again. */
  readonly again: boolean
}

/**
 * What the browser says where it cannot read what it holds: Chromium's SQLite and Firefox, after damage on the disk. Chromium's
 * other store is emptied by the browser itself. The reason of the others may be the same: writing beside a damaged place is aborted,
 * what cannot be read may come as null, and with their list damaged there are no indexes.
 */
const doubtful: readonly string[] = [unreadable, 'AbortError', 'TypeError', 'NotFoundError']

/** What a page found when it looked through its database: that takes reading everything, and once is enough. */
const looks = new WeakMap<Parts, Promise<Found | null>>()

/** True where it opens and every value in it can be read. Rejects where that is not known: no room, a newer Thaw, too late. */
const opensWhole = async (parts: Parts, name: string): Promise<boolean> => {
  try {
    const database = await openDatabase({ ...parts, name, lost: () => {} })
    try {
      await readWhole(database, { byTime: true })
      return true
    } finally {
      database.close()
    }
  } catch (error) {
    if (problemOf(error).kind !== 'failed' || errorName(error) === 'TimeoutError') throw error
    return false
  }
}

/** True where the journal can be read to its end and holds as many records as the mark beside it counts. */
const holdsEverything = async (keyValue: KeyValue): Promise<boolean> => {
  const canary = await readCanary(keyValue)
  const { rows, unreadable } = await readJournal(keyValue)
  if (canary === null || unreadable > 0) return false
  return storeNames.every(store => {
    const held = [...(rows.get(store)?.values() ?? [])].filter(row => shown(row) !== null)
    return held.length >= (canary.counts[store] ?? 0)
  })
}

/** In milliseconds. Other contexts close a database that is to be deleted when the browser asks them; one that hangs is not waited for. */
const patience = 5_000

/** False where the browser refuses, which Chromium's SQLite does where the file's first bytes are damaged. */
const tryDelete = async (name: string): Promise<boolean> => {
  try {
    const deleting = deleteDB(name).then(() => true)
    return (await within(patience, deleting)) ?? false
  } catch {
    return false
  }
}

const isThere = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some(database => database.name === name)

const look = (parts: Parts, base: string): Promise<Found | null> =>
  parts.locks.exclusive(base, async () => {
    const inUse = async (name: string): Promise<Found> => {
      await keepName(parts.keyValue, name)
      return { name, wasDamaged: true }
    }
    // Perhaps it was another error, or another context was here before.
    if (await opensWhole(parts, base)) return { name: base, wasDamaged: false }
    const names = spareNames(base)
    // In use since an earlier start.
    for (const name of names) if ((await isThere(name)) && (await opensWhole(parts, name))) return inUse(name)
    if (!(await holdsEverything(parts.keyValue))) return null
    if (await tryDelete(base)) {
      await forgetName(parts.keyValue)
      return { name: base, wasDamaged: true }
    }
    // It is made here, where nobody else looks for one.
    for (const name of names)
      if ((!(await isThere(name)) || (await tryDelete(name))) && (await opensWhole(parts, name)))
        return inUse(name)
    return null
  })

/**
 * To be called where the database gave an error that nobody expected. One that cannot be read to its end is deleted, or left
 * aside where the browser does not even delete it; the next opening fills the new one from the journal. null, having changed
 * nothing, where that was not the reason, and where the journal does not hold everything either: what can be read of the damaged
 * one may be all there is. Everything that failed at the same time waits for one look and gets its answer.
 */
export const heal = async (parts: Parts, base: string, error: unknown): Promise<Healed | null> => {
  const doubt = errorName(error)
  if (!doubtful.includes(doubt) || problemOf(error).kind !== 'failed') return null
  const looking = looks.get(parts) ?? look(parts, base)
  looks.set(parts, looking)
  // What could not be examined now may be another time.
  looking.catch(() => looks.delete(parts))
  const found = await looking
  return found && { name: found.name, again: found.wasDamaged || doubt === unreadable }
}
