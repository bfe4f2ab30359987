/** Where the pictures of History get their days from: the whole history, or what was found in it. */
import type { ReadonlySignal } from '@preact/signals'
import type { DayRow } from '../core/records.ts'
import type { Day } from '../core/time.ts'
import type { DaysAsk, Stored } from './ports.ts'

/** The days that History shows: all of them, or those of what was found. */
export type ShownDays = {
  /** Counts up whenever `days` or `span` may give something else. */
  readonly version: ReadonlySignal<number>
  /** As in Records. */
  days(from: Day, to: Day, ask?: DaysAsk): Stored<readonly DayRow[]>
  /** The first and the last day with a row; null where no day has one. Impossible days may be among them. */
  span(): Stored<{ readonly first: Day; readonly last: Day } | null>
}
