/** Requests that a write starts before it knows whether it needs them, so that it never waits twice. */
import { isDayRow } from '../core/days.ts'
import type { DayRow } from '../core/records.ts'
import type { Day } from '../core/time.ts'

/** A request that may fail unseen. */
export const ahead = <Value>(request: Promise<Value>): Promise<Value> => {
  request.catch(() => {})
  return request
}

/** How `promise` ended, to be looked at without waiting for it: a transaction waits for its own requests alone. */
export const endingOf = <Value>(promise: Promise<Value>) => {
  const ending: { result: PromiseSettledResult<Value> | null } = { result: null }
  void Promise.allSettled([promise]).then(([result]) => {
    ending.result = result
  })
  return ending
}

export type DayRows = {
  /** Asks the database for each day once; from then on the row is as it was put. */
  get(day: Day): Promise<DayRow | null>
  put(day: Day, row: DayRow | null): void
}

/** The `days` rows as they stand within one transaction. */
export const dayRowsWithin = (read: (day: Day) => Promise<DayRow | undefined>): DayRows => {
  const rows = new Map<Day, Promise<DayRow | null>>()
  return {
    get: day => {
      const row = rows.get(day) ?? ahead(read(day).then(found => (isDayRow(found) ? found : null)))
      rows.set(day, row)
      return row
    },
    put: (day, row) => void rows.set(day, Promise.resolve(row)),
  }
}
