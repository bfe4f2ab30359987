/** A history that lives in memory alone: for made-up data and for tests. */
import type { Clock, Records } from '../app/ports.ts'
import { recount, touchedDays } from '../core/days.ts'
import type { Row } from '../core/merge.ts'
import type { DayRow, Id, RecordOf, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import { fail, ok } from '../core/result.ts'
import type { Day } from '../core/time.ts'
import { firstIdAt } from './first-id.ts'
import { problemOf } from './problem.ts'
import { removedRow, returnedRow, settledRow } from './removal-rows.ts'
import { countedOf, savedRow, shown } from './rows.ts'

const given = <Item>(items: readonly Item[]) => ok(items.map(item => structuredClone(item)))

/** What lies in a history in memory, deleted rows too, and its days beside it. */
export type MemoryStores = {
  rowsOf<Store extends StoreName>(store: Store): Map<Id, Row<Store>>
  readonly days: Map<Day, DayRow>
  /** Puts a copy of the row, or takes away what lies under the id, and counts its days. */
  set<Store extends StoreName>(store: Store, id: Id, row: Row<Store> | null): void
}

/** Stores that hold nothing yet. */
export const memoryStores = (): MemoryStores => {
  const stores = new Map<StoreName, Map<Id, Row>>(storeNames.map(name => [name, new Map()]))
  const days = new Map<Day, DayRow>()
  const rowsOf = <Store extends StoreName>(store: Store) => stores.get(store) as Map<Id, Row<Store>>
  return {
    rowsOf,
    days,
    set: (store, id, row) => {
      const before = countedOf(store, rowsOf(store).get(id))
      const after = countedOf(store, row)
      for (const day of touchedDays(before, after)) {
        const next = recount(days.get(day) ?? null, day, before, after)
        if (next === null) days.delete(day)
        else days.set(day, next)
      }
      if (row === null) rowsOf(store).delete(id)
      else rowsOf(store).set(id, structuredClone(row))
    },
  }
}

type Needs = {
  readonly clock: Clock
  /** Where the records lie, for callers that also look at them as a whole. */
  readonly stores?: MemoryStores
}

/** A history that is empty at first; nothing of it outlives the object. */
export const memoryRecords = ({ clock, stores = memoryStores() }: Needs): Records => {
  const { rowsOf, days } = stores
  const now = () => clock.now().epochMilliseconds
  /** The records themselves: they are put in order and chosen from, and what is given out is a copy. */
  const shownOf = <Store extends StoreName>(store: Store): RecordOf<Store>[] =>
    [...rowsOf(store).values()].flatMap(row => shown(row) ?? [])
  const put = <Store extends StoreName>(store: Store, row: Row<Store>) => stores.set(store, row.id, row)

  return {
    get: async (store, id) => ok(structuredClone(shown(rowsOf(store).get(id)))),
    save: async (store, id, change) => {
      try {
        const current = rowsOf(store).get(id) ?? null
        const fields = change(structuredClone(shown(current)))
        if (fields === null) return ok(null)
        const row = savedRow(current, id, fields, now())
        put(store, row)
        return ok(row)
      } catch (error) {
        return fail(problemOf(error))
      }
    },
    remove: async (store, id, undoUntil) => {
      const row = removedRow(rowsOf(store).get(id) ?? null, undoUntil, now())
      if (row !== null) put(store, row)
      return ok(undefined)
    },
    undoRemove: async (store, id) => {
      const row = returnedRow(rowsOf(store).get(id) ?? null, now())
      if (row !== null) put(store, row)
      return ok(row !== null)
    },
    settleRemovals: async () => {
      for (const store of storeNames)
        for (const current of rowsOf(store).values()) {
          const row = settledRow(current, now())
          if (row !== null) put(store, row)
        }
      return ok(undefined)
    },
    page: async (store, { before, limit }) =>
      given(
        shownOf(store)
          .filter(
            ({ at, id }) => before === undefined || at < before.at || (at === before.at && id < before.id),
          )
          .sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1))
          .slice(0, limit),
      ),
    between: async (store, from, to) =>
      given(
        shownOf(store)
          .filter(({ at }) => from <= at && at < to)
          .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1)),
      ),
    all: async store => given(shownOf(store).sort((one, other) => (one.id < other.id ? -1 : 1))),
    since: async (store, from) => {
      const first = firstIdAt(from)
      return given(
        shownOf(store)
          .filter(({ id }) => id >= first)
          .sort((one, other) => (one.id < other.id ? -1 : 1)),
      )
    },
    made: async (store, { before, limit }) =>
      given(
        shownOf(store)
          .filter(({ id }) => before === undefined || id < before)
          .sort((one, other) => (one.id < other.id ? 1 : -1))
          .slice(0, limit),
      ),
    daySpan: async () => {
      const known = [...days.keys()].sort()
      const [first, last] = [known[0], known.at(-1)]
      return ok(first === undefined || last === undefined ? null : { first, last })
    },
    days: async (from, to) =>
      given(
        [...days.values()]
          .filter(({ day }) => from <= day && day <= to)
          .sort((one, other) => (one.day < other.day ? -1 : 1)),
      ),
  }
}
