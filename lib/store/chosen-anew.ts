/** Rows of a foreign file that lie here already, made by other choices: those chosen now are later. */
import { chosenAnew } from '../core/chosen-anew.ts'
import type { StoredRow } from '../core/merge.ts'
import { storeNames } from '../core/records.ts'
import type { Pace } from './pace.ts'
import { rowsUnder, slices } from './rows-under.ts'
import type { Database } from './upgrades.ts'

/** Null where it was stopped. */
export const allChosenAnew = async (
  database: Database,
  rows: readonly StoredRow[],
  pace: Pace,
): Promise<readonly StoredRow[] | null> => {
  const all: StoredRow[] = []
  for (const store of storeNames) {
    const ofStore = rows.filter(one => one.store === store)
    // Where nothing lies, nothing was chosen before.
    if (ofStore.length === 0 || (await database.count(store)) === 0) {
      all.push(...ofStore)
      continue
    }
    for (const slice of slices(ofStore)) {
      const there = await rowsUnder(
        database,
        store,
        slice.map(({ row }) => row.id),
      )
      all.push(...slice.map(({ row }) => ({ store, row: chosenAnew(row, there.get(row.id) ?? null) })))
      pace.advance(slice.length)
      if (!(await pace.rest())) return null
    }
  }
  return all
}
