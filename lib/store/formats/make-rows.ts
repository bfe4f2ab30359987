/** Makes the records of a whole file in slices, so that the page which asked for them answers meanwhile. */
import type { LongWork } from '../../app/data-ports.ts'
import type { ForeignRead, Unreadable } from '../../core/foreign.ts'
import type { StoredRow } from '../../core/merge.ts'
import { createRowMaker, type MadeRows, type RowChoices } from './to-rows.ts'

/** So many entries take some 20 ms on a slow machine. */
const slice = 200

/** Null where it was stopped. */
export const makeRows = async (
  read: ForeignRead,
  choices: RowChoices,
  { signal, pause, onProgress }: LongWork,
): Promise<MadeRows | null> => {
  const make = createRowMaker(read, choices)
  const rows: StoredRow<'checkIns' | 'tags'>[] = []
  const unreadable: Unreadable[] = []
  const of = read.entries.length
  for (let from = 0; from < of; from += slice) {
    for (const entry of read.entries.slice(from, from + slice)) {
      const made = make(entry)
      if ('reason' in made) unreadable.push(made)
      else rows.push(...made)
    }
    onProgress?.(Math.min(of, from + slice), of)
    await pause?.()
    if (signal?.aborted) return null
  }
  return { rows, unreadable }
}
