/** Counts every day anew from all records, a batch at a time, and finds the rows of `days` that say something else. */
import { recount } from '../core/days.ts'
import type { Row } from '../core/merge.ts'
import type { DayRow } from '../core/records.ts'
import type { Day } from '../core/time.ts'
import { countedOf } from './rows.ts'
import type { Database } from './upgrades.ts'

/** One store, as a transaction gives it. */
type Batches<Value> = {
  getAll(range: IDBKeyRange | null, count: number): Promise<Value[]>
  count(): Promise<number>
}

/** Where rows are read: every batch in a transaction of its own, or all of them in one. */
export type Source = {
  checkIns(): Batches<Row>
  sessions(): Batches<Row>
  days(): Batches<DayRow>
}

/** Every batch in a transaction of its own, so that no writer waits for more than that. */
export const batchByBatch = (database: Database): Source => ({
  checkIns: () => database.transaction('checkIns').store,
  sessions: () => database.transaction('sessions').store,
  days: () => database.transaction('days').store,
})

export type DaysCounted = {
  /** What every day adds up to. */
  readonly rows: ReadonlyMap<Day, DayRow>
  /** The days of which `days` holds something else: another row, none, or one too many. */
  readonly wrong: readonly Day[]
  /** How many days were compared. */
  readonly checked: number
}

/** As many as are read and counted well within 50 ms. */
const rowsAtOnce = 500

/** By primary key, so that a row is met once, whatever is written meanwhile. */
async function* batches<Value>(
  store: () => Batches<Value>,
  keyOf: (value: Value) => IDBValidKey,
): AsyncGenerator<readonly Value[]> {
  let range: IDBKeyRange | null = null
  for (;;) {
    const found: readonly Value[] = await store().getAll(range, rowsAtOnce)
    yield found
    const last = found.at(-1)
    if (last === undefined || found.length < rowsAtOnce) return
    range = IDBKeyRange.lowerBound(keyOf(last), true)
  }
}

const isPlain = (value: unknown): value is { readonly [key: string]: unknown } =>
  Object.prototype.toString.call(value) === '[object Object]'

/** Whether both hold the same in whatever order; anything a database can hold may be asked about. */
export const sameRow = (one: unknown, other: unknown): boolean => {
  if (!isPlain(one) || !isPlain(other)) return Object.is(one, other)
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => Object.hasOwn(other, key) && sameRow(one[key], other[key]))
  )
}

/**
 * Null where `goOn`, which is asked after every batch with how many rows of how many were read, gives false.
 * Holds one batch and the rows of the days, never all records.
 */
export const countDays = async (
  source: Source,
  goOn: (done: number, of: number) => boolean | Promise<boolean>,
): Promise<DaysCounted | null> => {
  const counts = [source.checkIns().count(), source.sessions().count(), source.days().count()]
  const of = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  let done = 0

  const rows = new Map<Day, DayRow>()
  for (const store of ['checkIns', 'sessions'] as const)
    for await (const batch of batches(source[store], row => row.id)) {
      for (const row of batch) {
        const counted = countedOf(store, row)
        if (counted === null) continue
        const { day } = counted.record
        const next = recount(rows.get(day) ?? null, day, null, counted)
        if (next !== null) rows.set(day, next)
      }
      done += batch.length
      if (!(await goOn(done, of))) return null
    }

  const missing = new Set(rows.keys())
  const wrong: Day[] = []
  let checked = rows.size
  for await (const batch of batches(source.days, row => row.day)) {
    for (const stored of batch) {
      const isDay = missing.delete(stored.day)
      if (!isDay) checked += 1
      if (!isDay || !sameRow(stored, rows.get(stored.day))) wrong.push(stored.day)
    }
    done += batch.length
    if (!(await goOn(done, of))) return null
  }
  return { rows, wrong: [...wrong, ...missing], checked }
}
