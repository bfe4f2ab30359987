/** What meeting other rows comes to: which of them are new here, which are later versions, and which change nothing, and why. */
import type { Meeting } from '../app/data-ports.ts'
import { overDeletion } from '../core/as-it-was.ts'
import type { Row, StoredRow } from '../core/merge.ts'
import { winner } from '../core/merge.ts'
import { type MetAs, metAs } from '../core/met-as.ts'
import type { Id, StoreName } from '../core/records.ts'
import type { Instant } from '../core/time.ts'
import { gather, type ManyChanges } from './many-changes.ts'
import type { Pace } from './pace.ts'
import { rowsAtOnce, rowsUnder, slices } from './rows-under.ts'
import { sameVersion } from './same-version.ts'
import type { Database } from './upgrades.ts'
import { validRow } from './valid-rows.ts'

/** The row without anything that Thaw does not know. Throws DataError where it is none of Thaw's. */
const known = ({ store, row }: StoredRow): Row => {
  const valid = validRow(store, row)
  if (valid === null) throw new DOMException(`No row of ${store}`, 'DataError')
  return sameVersion(valid, row) ? row : valid
}

/** Without the database in between, so many rows are done within one task. */
const manyAtOnce = 1_000

/** Each record once, in its best version; null where it was stopped. */
const folded = async (
  rows: readonly StoredRow[],
  pace: Pace,
): Promise<ReadonlyMap<StoreName, ReadonlyMap<Id, Row>> | null> => {
  const stores = new Map<StoreName, Map<Id, Row>>()
  for (const slice of slices(rows, manyAtOnce)) {
    for (const one of slice) {
      const row = known(one)
      const ofStore = stores.get(one.store) ?? new Map<Id, Row>()
      stores.set(one.store, ofStore)
      const other = ofStore.get(row.id)
      ofStore.set(row.id, other === undefined ? row : winner(other, row))
    }
    pace.advance(slice.length)
    if (!(await pace.rest())) return null
  }
  return stores
}

const changing: ReadonlySet<MetAs> = new Set(['added', 'changed', 'returned'])

/** How often `meet` goes over the rows. */
export const meetingRounds = 2

/**
 * What was deleted here since comes back as a version of `back`, and stays deleted where that is null. Null where it was stopped.
 * Rejects with DataError where a row is none of Thaw's.
 */
export const meet = async (
  database: Database,
  rows: readonly StoredRow[],
  pace: Pace,
  back: Instant | null = null,
): Promise<{ readonly changes: ManyChanges; readonly meeting: Meeting } | null> => {
  const mark = await database.get('meta', 'meta')
  const stores = await folded(rows, pace)
  if (stores === null) return null
  const gathering = gather(mark)
  const counts: Record<MetAs, number> = { added: 0, changed: 0, returned: 0, same: 0, later: 0, deleted: 0 }
  let met = 0
  for (const [store, ofStore] of stores) {
    // Where nothing lies, nothing needs to be looked up.
    const isEmpty = (await database.count(store)) === 0
    for (const slice of slices([...ofStore.values()], isEmpty ? manyAtOnce : rowsAtOnce)) {
      const there = isEmpty
        ? new Map<Id, Row>()
        : await rowsUnder(
            database,
            store,
            slice.map(({ id }) => id),
          )
      for (const given of slice) {
        const before = there.get(given.id) ?? null
        const row = back === null ? given : overDeletion(store, given, before, back)
        // Most rows that are met again are identical, which is soon seen.
        const kind = before !== null && sameVersion(before, row) ? 'same' : metAs(before, row)
        counts[kind] += 1
        met += 1
        if (changing.has(kind)) gathering.add({ store, id: row.id, before, after: row })
      }
      pace.advance(slice.length)
      if (!(await pace.rest())) return null
    }
  }
  const changes = await gathering.end(database, pace)
  if (changes === null) return null
  const changed = counts.changed + counts.returned
  // A record that comes several times counts once, in its best version.
  const same = counts.same + rows.length - met
  return { changes, meeting: { ...counts, changed, same } }
}
