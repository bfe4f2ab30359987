/** What a file holds, before any of it is brought in: counts by kind, the newest ten entries, how it meets the history. */
import type { Unreadable } from '../core/foreign.ts'
import { checkInEntry, type HistoryEntry } from '../core/history.ts'
import { isShown, type StoredRow } from '../core/merge.ts'
import type { CheckIn, StoreName } from '../core/records.ts'
import type { Meeting } from './data-ports.ts'

/** How many check-ins a preview shows. */
export const previewSize = 10

/** How many rows are looked at in one go. */
const batchSize = 2_000

/** How many records of each kind there are; `deleted` is what is left of deleted ones, of every kind. */
export type FoundCounts = { readonly [Kind in StoreName | 'deleted']: number }

export type Found = {
  /** `thaw`, `csv`, or the name of a foreign format. */
  readonly format: string
  readonly counts: FoundCounts
  readonly meeting: Meeting
  /** The newest check-ins, newest first. */
  readonly preview: readonly HistoryEntry[]
  readonly unreadable: readonly Unreadable[]
}

const nothing: FoundCounts = {
  checkIns: 0,
  sessions: 0,
  reflections: 0,
  markers: 0,
  nudges: 0,
  words: 0,
  tags: 0,
  pauses: 0,
  deleted: 0,
}

/** Counts the rows and finds the newest check-ins, `pause`d between slices. */
export const lookThrough = async (
  rows: readonly StoredRow[],
  pause: () => Promise<void>,
): Promise<Pick<Found, 'counts' | 'preview'>> => {
  const counts: Record<keyof FoundCounts, number> = { ...nothing }
  let newest: CheckIn[] = []
  for (let from = 0; from < rows.length; from += batchSize) {
    for (const { store, row } of rows.slice(from, from + batchSize)) {
      counts[isShown(row) ? store : 'deleted'] += 1
      // The store says which type its rows are of.
      if (store === 'checkIns' && isShown(row)) newest.push(row as CheckIn)
    }
    newest = newest.sort((one, other) => other.at - one.at).slice(0, previewSize)
    await pause()
  }
  return { counts, preview: newest.map(checkIn => checkInEntry(checkIn, [])) }
}
