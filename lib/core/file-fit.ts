/** How rows of a table or another app's file fit what became of them here since they were brought in before. */
import { overDeletion } from './as-it-was.ts'
import { chosenAnew } from './chosen-anew.ts'
import { isShown, type Row } from './merge.ts'
import { namedIn } from './named.ts'
import type { Id, StoreName } from './records.ts'

/** The row as it is to be brought in, null where it is not; `before` is what lies under its id. */
export type FileFit = (store: StoreName, row: Row, before: Row | null) => Row | null

/** For one file, whose check-ins are to be given first: they say which names are needed. */
export const createFileFit = (format: string): FileFit => {
  const named = new Set<Id>()
  /** Named by one that is deleted here, and may be asked for all the same. */
  const perhaps = new Set<Id>()
  return (store, row, before) => {
    // A name from a file is older than its deletion, and nothing else says any more what it was.
    if (named.has(row.id)) return overDeletion(store, row, before, row.updatedAt)
    // A name that nothing of it needs would stand here alone.
    if (store !== 'checkIns') return before !== null || perhaps.has(row.id) ? row : null
    // A table says when each was last changed; nothing in it was chosen.
    const fit = format === 'csv' ? row : chosenAnew(row, before)
    // One that stays deleted, or as it is here, needs no name that is gone.
    const isNeeding = before === null || fit.updatedAt > before.updatedAt
    if (isNeeding || !isShown(before))
      for (const id of namedIn({ store, row: fit }) ?? []) (isNeeding ? named : perhaps).add(id)
    return fit
  }
}
