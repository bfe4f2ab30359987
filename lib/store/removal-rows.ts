/** How a row changes when its record is removed, comes back, or is gone for good. */
import type { Row } from '../core/merge.ts'
import { isTombstone } from '../core/merge.ts'
import type { RecordOf, StoreName, Tombstone } from '../core/records.ts'
import type { Instant } from '../core/time.ts'
import { nextUpdate } from './rows.ts'

/** Null where there is nothing to remove. */
export const removedRow = <Store extends StoreName>(
  current: Row<Store> | null,
  undoUntil: Instant,
  now: Instant,
): Row<Store> | null =>
  current === null || isTombstone(current)
    ? null
    : { ...current, undoUntil, updatedAt: nextUpdate(current, now) }

/** Null where no removal can be taken back (any more). */
export const returnedRow = <Store extends StoreName>(
  current: Row<Store> | null,
  now: Instant,
): Row<Store> | null => {
  if (current === null || isTombstone(current) || current.undoUntil === undefined || current.undoUntil < now)
    return null
  const { undoUntil: _, ...record } = current
  return { ...record, updatedAt: nextUpdate(current, now) } as RecordOf<Store>
}

/** What stays of a record that is deleted for good. */
export const buriedRow = (current: Row, now: Instant): Tombstone => {
  const updatedAt = nextUpdate(current, now)
  return { id: current.id, updatedAt, origin: current.origin, deletedAt: updatedAt }
}

/** Null where the removal can still be undone, or there is none. */
export const settledRow = (current: Row | null, now: Instant): Tombstone | null => {
  if (current === null || isTombstone(current) || current.undoUntil === undefined) return null
  return current.undoUntil >= now ? null : buriedRow(current, now)
}
