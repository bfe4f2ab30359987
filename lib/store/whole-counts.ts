/** Counts what every store holds: shown, hidden, and what is left of deleted records. */
import type { Counts } from '../app/data-ports.ts'
import { isShown, isTombstone } from '../core/merge.ts'
import type { StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import { countInRanges } from './count-in-ranges.ts'
import { rowPortions } from './rows-under.ts'
import type { Database } from './upgrades.ts'

type Count = Counts[StoreName]

/** About so many entries are counted at once. */
const countedAtOnce = 1_000

type Cursor = Promise<{ readonly key: IDBValidKey } | null>

/** Moments that divide the time from the first entry to the last into so many equal parts; none where the ends are no times. */
const momentsBetween = async (parts: number, ends: readonly [Cursor, Cursor]): Promise<readonly number[]> => {
  const [first, last] = (await Promise.all(ends)).map(end => (Array.isArray(end?.key) ? end.key[0] : null))
  if (typeof first !== 'number' || typeof last !== 'number' || !Number.isFinite(last - first)) return []
  const moments = Array.from({ length: parts }, (_, part) => first + ((last - first) * part) / parts)
  // Where they lie too close to be told apart, each stands once.
  return [...new Set(moments)]
}

/** In a store that lives in time only tombstones have no time, so no row needs to be read. */
const countTimed = async (database: Database, store: StoreName): Promise<Count> => {
  const rows = database.transaction(store).store
  const times = rows.index('time')
  const [all, hidden] = await Promise.all([rows.count(), rows.index('hidden').count()])
  const moments = await momentsBetween(Math.ceil(all / countedAtOnce), [
    times.openCursor(),
    times.openCursor(null, 'prev'),
  ])
  const timed = await countInRanges(
    range => times.count(range),
    moments.map(at => [at]),
  )
  return { shown: timed - hidden, hidden, deleted: all - timed }
}

const countOthers = async (database: Database, store: StoreName): Promise<Count> => {
  let [shown, hidden, deleted] = [0, 0, 0]
  for await (const rows of rowPortions(database, store))
    for (const row of rows) {
      if (isTombstone(row)) deleted += 1
      else if (isShown(row)) shown += 1
      else hidden += 1
    }
  return { shown, hidden, deleted }
}

const timed: readonly StoreName[] = ['checkIns', 'sessions', 'reflections']

/** Counts one store after the other. Rejects where the database cannot be read. */
export const wholeCounts = async (database: Database): Promise<Counts> => {
  const counts: { [store: string]: Count } = {}
  for (const store of storeNames)
    counts[store] = await (timed.includes(store) ? countTimed : countOthers)(database, store)
  return counts as Counts
}
