/** What lies under many ids, asked for in as few requests as their ids allow. */
import type { Row } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import type { Database } from './upgrades.ts'

/** So many rows are read, compared or written within one task; on a slow device that stays below 50 ms. */
export const rowsAtOnce = 250

/** The rows that lie under `ids`, which are to be `rowsAtOnce` at most. */
export const rowsUnder = async (
  database: Database,
  store: StoreName,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Row>> => {
  const sorted = [...ids].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const rows = database.transaction(store).store
  // Rows that are met again mostly lie side by side; among others, each is asked for by itself.
  const limit = 2 * rowsAtOnce
  const near = await rows.getAll(IDBKeyRange.bound(first, last), limit)
  const found = new Map<Id, Row>(near.map(row => [row.id, row]))
  const end = near.at(-1)?.id
  if (near.length < limit || end === undefined) return found
  const far = await Promise.all(sorted.filter(id => id > end).map(id => rows.get(id)))
  for (const row of far) if (row !== undefined) found.set(row.id, row)
  return found
}

/** All rows of a store in the order of their ids, each portion in a transaction of its own, after `after` where it is given. */
export async function* rowPortions(
  database: Database,
  store: StoreName,
  after?: Id,
): AsyncGenerator<readonly Row[]> {
  let from = after
  for (;;) {
    const range = from === undefined ? null : IDBKeyRange.lowerBound(from, true)
    const rows = await database.getAll(store, range, rowsAtOnce)
    if (rows.length > 0) yield rows
    from = rows.at(-1)?.id
    if (from === undefined || rows.length < rowsAtOnce) return
  }
}

/** `items` in parts of at most `size`. */
export function* slices<Item>(items: readonly Item[], size = rowsAtOnce): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
