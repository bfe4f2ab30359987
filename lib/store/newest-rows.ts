/** The newest rows of a store by their ids, many at once: a cursor would ask the database for every row by itself. */
import type { IDBPObjectStore, StoreNames } from 'idb'
import type { Row } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import type { Schema } from './upgrades.ts'

type RowsOf<Store extends StoreName> = IDBPObjectStore<Schema, StoreNames<Schema>[], Store, 'readonly'>

/** What `getAll` takes since https://w3c.github.io/IndexedDB/#dictdef-idbgetalloptions, which neither library types yet. */
type Backwards = (options: { query: IDBKeyRange | null; count: number; direction: 'prev' }) => Promise<Row[]>

const readsBackwards = () => 'getAllRecords' in IDBObjectStore.prototype

/** For browsers that only read forwards: both ends by their keys, then everything between them. */
const betweenKeys = async <Store extends StoreName>(
  rows: RowsOf<Store>,
  range: IDBKeyRange | null,
  limit: number,
): Promise<readonly Row[]> => {
  const cursor = await rows.openKeyCursor(range, 'prev')
  if (!cursor) return []
  const newest = cursor.key
  const oldest = limit === 1 ? newest : (await cursor.advance(limit - 1))?.key
  const found = await rows.getAll(
    oldest === undefined ? IDBKeyRange.upperBound(newest) : IDBKeyRange.bound(oldest, newest),
  )
  return found.reverse()
}

/** At most `limit` rows with ids before `before`, the greatest id first; deleted and hidden ones among them. */
export const newestRows = <Store extends StoreName>(
  rows: RowsOf<Store>,
  before: Id | undefined,
  limit: number,
): Promise<readonly Row[]> => {
  const range = before === undefined ? null : IDBKeyRange.upperBound(before, true)
  if (!readsBackwards()) return betweenKeys(rows, range, limit)
  return (rows.getAll as unknown as Backwards)({ query: range, count: limit, direction: 'prev' })
}
