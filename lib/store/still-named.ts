/** Which of the person's own words, tags and pauses are still named after many changes are made. */
import type { Row } from '../core/merge.ts'
import { namedIn, namingStores } from '../core/named.ts'
import type { Id, StoreName } from '../core/records.ts'
import type { RowChange } from './many-changes.ts'
import type { Pace } from './pace.ts'
import { rowPortions } from './rows-under.ts'
import type { Database } from './upgrades.ts'

/** Those of `ids` that some row names once `changes` are made; all of them where what a row names is sealed. Null where it was stopped. */
export const stillNamed = async (
  database: Database,
  changes: ReadonlyMap<StoreName, ReadonlyMap<Id, RowChange>>,
  ids: ReadonlySet<Id>,
  pace: Pace,
): Promise<ReadonlySet<Id> | null> => {
  const found = new Set<Id>()
  for (const store of namingStores) {
    const afterwards = (row: Row): Row | null => {
      const change = changes.get(store)?.get(row.id)
      return change === undefined ? row : change.after
    }
    for await (const rows of rowPortions(database, store)) {
      for (const there of rows) {
        const row = afterwards(there)
        const named = row === null ? [] : namedIn({ store, row })
        if (named === null) return ids
        for (const id of named) if (ids.has(id)) found.add(id)
      }
      if (found.size === ids.size) return found
      if (!(await pace.rest())) return null
    }
  }
  return found
}
