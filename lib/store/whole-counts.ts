/** Counts what every store holds: shown, hidden, and what is left of deleted records. */
import type { Counts } from '../app/data-ports.ts'
import { isShown, isTombstone } from '../core/merge.ts'
import type { StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import { rowPortions } from './rows-under.ts'
import type { Database } from './upgrades.ts'

type Count = Counts[StoreName]

/** Of those that live in time, only tombstones have no place in it: nothing needs to be read. */
const countTimed = async (database: Database, store: StoreName): Promise<Count> => {
  const rows = database.transaction(store).store
  const [all, timed, hidden] = await Promise.all([
    rows.count(),
    rows.index('time').count(),
    rows.index('hidden').count(),
  ])
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

export const wholeCounts = async (database: Database): Promise<Counts> => {
  const counts: { [store: string]: Count } = {}
  for (const store of storeNames)
    counts[store] = await (timed.includes(store) ? countTimed : countOthers)(database, store)
  return counts as Counts
}
