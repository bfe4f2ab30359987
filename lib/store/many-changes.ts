/** A change of many rows at once, worked out before anything is written: what becomes of each row, of the days and of the counts. */
import { dayAfter } from '../core/day-sums.ts'
import { createDayTally, type DayTally } from '../core/day-tally.ts'
import { isDayRow } from '../core/days.ts'
import type { Row } from '../core/merge.ts'
import type { DayRow, Id, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import type { Day } from '../core/time.ts'
import type { Meta } from './canary.ts'
import type { Pace } from './pace.ts'
import { countedOf, shown } from './rows.ts'
import { slices } from './rows-under.ts'
import type { Database } from './upgrades.ts'

/** Null stands for nothing under the id: before it came, or after it was taken away for good. */
export type RowChange = {
  readonly store: StoreName
  readonly id: Id
  readonly before: Row | null
  readonly after: Row | null
}

type DayChange = {
  readonly day: Day
  /** What lay there, whatever it was. */
  readonly before: unknown
  readonly after: DayRow | null
}

export type ManyChanges = {
  /** The mark of the history this was worked out for: as long as it stands, no record has changed. */
  readonly mark: Meta | undefined
  readonly rows: readonly RowChange[]
  readonly days: readonly DayChange[]
  /** How many more records of each store are shown afterwards. */
  readonly more: { readonly [Store in StoreName]?: number }
}

const tell = (tally: DayTally, store: StoreName, row: Row | null) => {
  const counted = countedOf(store, row)
  if (counted?.store === 'checkIns') tally.checkIn(counted.record)
  if (counted?.store === 'sessions') tally.session(counted.record)
}

const byDay = (tally: DayTally): ReadonlyMap<Day, DayRow> => {
  const span = tally.span()
  return new Map(span === null ? [] : tally.rows(span.first, span.last).map(row => [row.day, row]))
}

export type Gathering = {
  add(change: RowChange): void
  /** Null where it was stopped. */
  end(database: Database, pace: Pace): Promise<ManyChanges | null>
}

/** Gathers the changes to a history that has this mark. */
export const gather = (mark: Meta | undefined): Gathering => {
  const rows: RowChange[] = []
  const [come, gone] = [createDayTally(), createDayTally()]
  const more: { [Store in StoreName]?: number } = {}
  return {
    add: change => {
      const { store, before, after } = change
      rows.push(change)
      tell(gone, store, before)
      tell(come, store, after)
      const step = Number(shown(after) !== null) - Number(shown(before) !== null)
      if (step !== 0) more[store] = (more[store] ?? 0) + step
    },
    end: async (database, pace) => {
      const [plus, minus] = [byDay(come), byDay(gone)]
      const touched = [...new Set([...plus.keys(), ...minus.keys()])]
      const days: DayChange[] = []
      for (const part of slices(touched)) {
        if (!(await pace.rest())) return null
        const stored = await daysUnder(database, part)
        for (const [place, day] of part.entries()) {
          const before: unknown = stored[place]
          const row = isDayRow(stored[place]) ? (stored[place] ?? null) : null
          days.push({
            day,
            before,
            after: dayAfter(row, day, plus.get(day) ?? null, minus.get(day) ?? null),
          })
        }
      }
      return { mark, rows, days, more }
    },
  }
}

/** What is stored for each of these days, in their order; undefined where nothing is. Rejects where the database cannot be read. */
export const daysUnder = (
  database: Database,
  days: readonly Day[],
): Promise<readonly (DayRow | undefined)[]> => {
  const store = database.transaction('days').store
  return Promise.all(days.map(day => store.get(day)))
}

/** Which stores these changes are in. */
export const storesOf = (rows: readonly RowChange[]): readonly StoreName[] => {
  const found = new Set(rows.map(({ store }) => store))
  return storeNames.filter(store => found.has(store))
}
