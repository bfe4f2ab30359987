/** The list of History as it is drawn, wherever it comes from: all records, or those that were found. */
import type { ReadonlySignal } from '@preact/signals'
import type { HistoryMonth } from '../core/history.ts'

/**
 * Entries by month, newest first, read a page at a time. An entry that has not changed keeps its identity from one
 * value of `months` to the next, and so do the days and months that hold such entries alone: what is drawn from them
 * need not be drawn again.
 */
export type EntryList = {
  /** null until the first page is read. */
  readonly months: ReadonlySignal<readonly HistoryMonth[] | null>
  /** Whether `older` would bring more. */
  readonly hasOlder: ReadonlySignal<boolean>
  /** Reads the next page and appends it; does nothing while one is being read. */
  older(): Promise<void>
}

/** What was found, which stands in place of the whole list while something is sought. */
export type FoundList = EntryList & {
  /** Something is sought. */
  readonly active: ReadonlySignal<boolean>
  /** Seeks nothing any more: the way out where nothing was found. */
  clear(): void
}
