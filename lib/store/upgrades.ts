/** The steps by which the database climbs from one version to the next; a step never changes once it was released. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { Row } from '../core/merge.ts'
import type { DayRow, Id } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import type { Day, Instant } from '../core/time.ts'
import type { Meta } from './canary.ts'

/** Rows lie as they are; `time` leads to those that live in time, `hidden` to those whose deletion can be undone. */
type RowStore = {
  key: Id
  value: Row
  indexes: { time: [Instant, Id]; hidden: Instant }
}

export interface Schema extends DBSchema {
  checkIns: RowStore
  sessions: RowStore
  reflections: RowStore
  markers: RowStore
  nudges: RowStore
  words: RowStore
  tags: RowStore
  pauses: RowStore
  days: { key: Day; value: DayRow }
  meta: { key: 'meta'; value: Meta }
}

export type Database = IDBPDatabase<Schema>

/** One step up. It may return a promise that awaits nothing but requests of the transaction; rejecting undoes the step. */
export type Upgrade = (
  database: Database,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void | Promise<void>

/** Step n makes version n + 1 of version n. */
export const upgrades: readonly Upgrade[] = [
  database => {
    for (const name of storeNames) {
      const store = database.createObjectStore(name, { keyPath: 'id' })
      // Both are sparse: a row without the field, such as a tombstone, has no entry.
      store.createIndex('time', ['at', 'id'])
      store.createIndex('hidden', 'undoUntil')
    }
    database.createObjectStore('days', { keyPath: 'day' })
    database.createObjectStore('meta', { keyPath: 'id' })
  },
]
