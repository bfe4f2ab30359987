/** Rows of a foreign file that lie here already, made by other choices: those chosen now are later. */
import { chosenAnew } from '../core/chosen-anew.ts'
import type { StoredRow } from '../core/merge.ts'
import type { Pace } from './pace.ts'
import { rowsUnder, slices } from './rows-under.ts'
import type { Database } from './upgrades.ts'

/** Null where it was stopped. */
export const allChosenAnew = async (
  database: Database,
  rows: readonly StoredRow[],
  pace: Pace,
): Promise<readonly StoredRow[] | null> => {
  // Where nothing lies, nothing was chosen before.
  if ((await database.count('checkIns')) === 0) return rows
  const all: StoredRow[] = []
  for (const slice of slices(rows)) {
    const ids = slice.flatMap(({ store, row }) => (store === 'checkIns' ? [row.id] : []))
    const there = await rowsUnder(database, 'checkIns', ids)
    // Of tags, nothing is chosen.
    for (const { store, row } of slice)
      all.push({ store, row: store === 'checkIns' ? chosenAnew(row, there.get(row.id) ?? null) : row })
    pace.advance(slice.length)
    if (!(await pace.rest())) return null
  }
  return all
}
