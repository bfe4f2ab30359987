/** The rows of a table or another app's file, fitted to the history that they are to meet. */
import type { WholeHistory } from '../app/data-ports.ts'
import { createFileFit } from '../core/file-fit.ts'
import type { StoredRow } from '../core/merge.ts'
import { storeNames } from '../core/records.ts'
import type { Pace } from './pace.ts'
import { rowsUnder, slices } from './rows-under.ts'
import type { Database } from './upgrades.ts'

/** See WholeHistory. Null where it was stopped. */
export const fitted = async (
  database: Database,
  { format, rows }: Parameters<WholeHistory['fitted']>[0],
  pace: Pace,
): Promise<readonly StoredRow[] | null> => {
  const fitRow = createFileFit(format)
  const all: StoredRow[] = []
  // The check-ins come first in these, and name the others.
  for (const store of storeNames) {
    const ofStore = rows.flatMap(one => (one.store === store ? [one.row] : []))
    // Where nothing lies, nothing needs to be looked up.
    const isEmpty = (await database.count(store)) === 0
    for (const slice of slices(ofStore)) {
      const ids = isEmpty ? [] : slice.map(({ id }) => id)
      const there = await rowsUnder(database, store, ids)
      for (const one of slice) {
        const row = fitRow(store, one, there.get(one.id) ?? null)
        if (row !== null) all.push({ store, row })
      }
      pace.advance(slice.length)
      if (!(await pace.rest())) return null
    }
  }
  return all
}
