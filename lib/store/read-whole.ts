/** Reads everything that a database holds, and finds what the browser can no longer give, with or without saying so. */
import { storeNames } from '../core/records.ts'
import { sameMark } from './canary.ts'
import { countInRanges } from './count-in-ranges.ts'
import type { Pace } from './pace.ts'
import type { Database } from './upgrades.ts'

/** What the browsers say where they cannot read what they hold, and what is said here of what they pass over without a word. */
export const unreadable = 'UnknownError'

const damage = (what: string) => new DOMException(what, unreadable)

/** So many are read within one task, well below 50 ms. */
const rowsAtOnce = 250

type Keyed = { readonly key: string; readonly at: unknown }

/** What a row lies under, as it says itself; null where it is no row. */
const keyIn = (row: unknown): Keyed | null => {
  if (typeof row !== 'object' || row === null) return null
  const { id, day, at } = row as { readonly [name: string]: unknown }
  const key = id ?? day
  return typeof key === 'string' ? { key, at } : null
}

/** In Chromium's SQLite a damaged place can take indexes with it, while every store still opens. */
const checkShape = (database: Database): void => {
  const transaction = database.transaction(storeNames)
  for (const store of storeNames) {
    const { keyPath, indexNames } = transaction.objectStore(store)
    if (keyPath !== 'id' || !indexNames.contains('time') || !indexNames.contains('hidden'))
      throw damage('A store that is not as it was made')
  }
}

/** Whether a row has a place in time: its time may be anything that a database holds. */
const hasPlace = (at: unknown): boolean => {
  try {
    return at !== undefined && indexedDB.cmp(at, at) === 0
  } catch {
    return false
  }
}

type Store = (typeof storeNames)[number]
/** Of one store, with bounds between which its keys and its places in time lie. */
type Read = {
  readonly rows: number
  readonly places: number
  readonly keyBounds: readonly IDBValidKey[]
  readonly timeBounds: readonly IDBValidKey[]
}
type Steps = Pick<Pace, 'advance' | 'rest'>

/**
 * Null where it was stopped. The keys are taken from the values: a whole Chromium 156 ends with its SQLite where it is asked for
 * keys alone and one of them is damaged.
 */
const readRows = async (
  database: Database,
  store: 'days' | 'meta' | Store,
  pace: Steps | undefined,
): Promise<Read | null> => {
  let [last, rows, places] = ['', 0, 0]
  const keyBounds: string[] = []
  const times: IDBValidKey[] = []
  for (let more = true; more; ) {
    const range = last === '' ? null : IDBKeyRange.lowerBound(last, true)
    const found = (await database.getAll(store, range, rowsAtOnce)).map(keyIn)
    // Chromium's SQLite gives a value that it cannot read as null, without a word.
    for (const row of found) {
      if (row === null || row.key <= last) throw damage('A row that cannot be read')
      last = row.key
      places += Number(hasPlace(row.at))
    }
    const timed = found.find(row => row !== null && hasPlace(row.at))
    if (timed) times.push([timed.at as IDBValidKey])
    if (found.length > 0) keyBounds.push(last)
    rows += found.length
    more = found.length === rowsAtOnce
    if (store !== 'days' && store !== 'meta') pace?.advance(found.length)
    if (pace && !(await pace.rest())) return null
  }
  times.sort((one, other) => indexedDB.cmp(one, other))
  const timeBounds = times.filter(
    (time, place) => place === 0 || indexedDB.cmp(times[place - 1] as IDBValidKey, time) < 0,
  )
  return { rows, places, keyBounds, timeBounds }
}

/** Reads a store by time, as the history is shown; gives how many rows there are, null where it was stopped. */
const readTimes = async (
  database: Database,
  store: Store,
  pace: Steps | undefined,
): Promise<number | null> => {
  let last: [IDBValidKey, string] | null = null
  let places = 0
  for (let more = true; more; ) {
    const range: IDBKeyRange | null = last && IDBKeyRange.lowerBound(last, true)
    const found: readonly unknown[] = await database.getAllFromIndex(store, 'time', range, rowsAtOnce)
    for (const one of found) {
      const row = keyIn(one)
      const key: [IDBValidKey, string] | null =
        row && hasPlace(row.at) ? [row.at as IDBValidKey, row.key] : null
      if (key === null || (last !== null && indexedDB.cmp(key, last) <= 0))
        throw damage('A row out of its place')
      last = key
    }
    places += found.length
    more = found.length === rowsAtOnce
    pace?.advance(found.length)
    if (pace && !(await pace.rest())) return null
  }
  return places
}

type Ask = {
  /** Reads all once more in the order of their times. */
  readonly byTime: boolean
  readonly pace?: Steps
}

/** Of one store: how many rows it has, how many of them lie in time, and how many are hidden. */
export type Tally = { readonly all: number; readonly timed: number; readonly hidden: number }

export type Tallies = ReadonlyMap<Store, Tally>

/**
 * Rejects at the first thing that cannot be read, that lies elsewhere than it says, or that is counted and not given; null where it
 * was stopped, else what was counted. Others may write meanwhile, and then it does not compare that.
 */
export const readWhole = async (database: Database, { byTime, pace }: Ask): Promise<Tallies | null> => {
  checkShape(database)
  const [mark] = await database.getAll('meta')
  const tallies = new Map<Store, Tally>()
  let isWhole = true
  for (const store of ['meta', 'days', ...storeNames] as const) {
    const read = await readRows(database, store, pace)
    if (read === null) return null
    // Every value was read by now, so that counting is safe.
    const all = await countInRanges(range => database.count(store, range), read.keyBounds)
    isWhole &&= all === read.rows
    if (store === 'meta' || store === 'days') continue
    const timed = byTime
      ? await readTimes(database, store, pace)
      : await countInRanges(range => database.countFromIndex(store, 'time', range), read.timeBounds)
    if (timed === null) return null
    isWhole &&= timed === read.places
    tallies.set(store, { all, timed, hidden: await database.countFromIndex(store, 'hidden') })
  }
  const [now] = await database.getAll('meta')
  if (!isWhole && sameMark(mark, now)) throw damage('Rows that are counted and not given')
  return tallies
}
