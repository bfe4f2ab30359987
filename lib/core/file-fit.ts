/** How rows of a table or another app's file fit what became of them here since they were brought in before. */
import { overDeletion } from './as-it-was.ts'
import { chosenAnew } from './chosen-anew.ts'
import type { Row } from './merge.ts'
import { namedIn } from './named.ts'
import type { Id, StoreName } from './records.ts'

/** The row as it is to be brought in; `before` is what lies under its id. */
export type FileFit = (store: StoreName, row: Row, before: Row | null) => Row

/** For one file, whose check-ins are to be given first: they say which names are needed. */
export const createFileFit = (format: string): FileFit => {
  const named = new Set<Id>()
  return (store, row, before) => {
    // A name from a file is older than its deletion, and nothing else says any more what it was.
    if (named.has(row.id)) return overDeletion(store, row, before, row.updatedAt)
    if (store !== 'checkIns') return row
    // A table says when each was last changed; nothing in it was chosen.
    const fit = format === 'csv' ? row : chosenAnew(row, before)
    // One that stays deleted, or as it is here, needs no name that is gone.
    if (before === null || fit.updatedAt > before.updatedAt)
      for (const id of namedIn({ store, row: fit }) ?? []) named.add(id)
    return fit
  }
}
