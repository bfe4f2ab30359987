/** Puts a record back as it was in an earlier copy, so that it stands over whatever became of it since. */
import { canonicalJson, isShown, isTombstone, type Row, type StoredRow, winner } from './merge.ts'
import type { StoreName } from './records.ts'
import type { Instant } from './time.ts'

/** `returned`: deleted since, or not known here. `changed`: another version stands here. `same`: nothing is to be done. */
export type PutBack =
  | { readonly kind: 'returned' | 'changed'; readonly row: StoredRow }
  | { readonly kind: 'same' | 'deleted-then' }

/** What a record says, whichever version of it says so. */
export const contentOf = ({ updatedAt: _, origin: _origin, ...content }: Row): string =>
  canonicalJson(content)

/**
 * What becomes of a row of the copy where `current` stands now. It comes as a version of `now`, because in a merge the deletion or
 * change that it undoes would win as the later one. What was deleted in the copy already stays as it is.
 */
export const putBack = (store: StoreName, then: Row, current: Row | null, now: Instant): PutBack => {
  if (isTombstone(then) || !isShown(then)) return { kind: 'deleted-then' }
  if (current === null) return { kind: 'returned', row: { store, row: then } }
  const isHere = isShown(current)
  // The log of reminders tells what came; nobody wants it told as it was before it came.
  if (isHere && store === 'nudges') return { kind: 'same' }
  if (isHere && contentOf(then) === contentOf(current)) return { kind: 'same' }
  const row: Row = { ...then, updatedAt: Math.max(now, current.updatedAt + 1) }
  return { kind: isHere ? 'changed' : 'returned', row: { store, row } }
}

/** The same row; where a deletion that came later would win over it, a version of `now` that stands over that deletion. */
export const overDeletion = (store: StoreName, row: Row, current: Row | null, now: Instant): Row => {
  if (current === null || isShown(current) || winner(current, row) !== current) return row
  const back = putBack(store, row, current, now)
  return back.kind === 'returned' ? back.row.row : row
}
