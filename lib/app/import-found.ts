/** What a file holds, before any of it is brought in: counts by kind, the newest ten entries, how it meets the history. */
import type { Unreadable } from '../core/foreign.ts'
import { checkInEntry, type HistoryEntry } from '../core/history.ts'
import { isShown, type StoredRow } from '../core/merge.ts'
import type { CheckIn, Id, StoreName } from '../core/records.ts'
import type { Meeting } from './data-ports.ts'
import type { LabelKind } from './labels.ts'

/** How many check-ins a preview shows. */
const previewSize = 10

/** How many rows are looked at in one go. */
const batchSize = 2_000

/** How many records of each kind there are; `deleted` is what is left of deleted ones, of every kind. */
type FoundCounts = { readonly [Kind in StoreName | 'deleted']: number }

export type FileNames = { readonly [Kind in LabelKind]: ReadonlyMap<Id, string> }

export type Found = {
  /** `thaw`, `csv`, or the name of a foreign format. */
  readonly format: string
  readonly counts: FoundCounts
  readonly meeting: Meeting
  /** The newest check-ins, newest first. */
  readonly preview: readonly HistoryEntry[]
  /** What the file calls own words, tags and pauses, by their ids: nothing else here knows them yet. */
  readonly names: FileNames
  readonly unreadable: readonly Unreadable[]
}

const kinds = { words: 'word', tags: 'tag', pauses: 'pause' } as const satisfies {
  readonly [Store in StoreName]?: LabelKind
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

/** Counts the rows, finds the newest check-ins and what own things are called, `pause`d between slices. */
export const lookThrough = async (
  rows: readonly StoredRow[],
  pause: () => Promise<void>,
): Promise<Pick<Found, 'counts' | 'preview' | 'names'>> => {
  const counts: Record<keyof FoundCounts, number> = { ...nothing }
  let newest: CheckIn[] = []
  const names = { word: new Map<Id, string>(), tag: new Map<Id, string>(), pause: new Map<Id, string>() }
  for (let from = 0; from < rows.length; from += batchSize) {
    for (const { store, row } of rows.slice(from, from + batchSize)) {
      counts[isShown(row) ? store : 'deleted'] += 1
      // The store says which type its rows are of.
      if (store === 'checkIns' && isShown(row)) newest.push(row as CheckIn)
      if ('label' in row && row.label !== null && Object.hasOwn(kinds, store))
        names[kinds[store as keyof typeof kinds]].set(row.id, row.label)
    }
    newest = newest.sort((one, other) => other.at - one.at).slice(0, previewSize)
    await pause()
  }
  return { counts, names, preview: newest.map(checkIn => checkInEntry(checkIn, [])) }
}
