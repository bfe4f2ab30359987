/** How two copies of one record become one: the same answer in whatever order, and however often, they meet. */
import type { RecordOf, StoreName, Tombstone } from './records.ts'

/** What a store holds under an id: a record, or what is left of a deleted one. */
export type Row<Store extends StoreName = StoreName> = RecordOf<Store> | Tombstone

/** A row and the store it lies in. */
export type StoredRow<Store extends StoreName = StoreName> = {
  readonly store: Store
  readonly row: Row<Store>
}

export const isTombstone = (row: Row): row is Tombstone => 'deletedAt' in row

/** A record that the person sees: neither deleted nor hidden while its deletion can be undone. */
export const isShown = <Store extends StoreName>(row: Row<Store>): row is RecordOf<Store> =>
  !('deletedAt' in row) && row.undoUntil === undefined

/** JSON with sorted keys, so that equal values give equal text. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

const gone = (row: Row): number => (isTombstone(row) ? 2 : row.undoUntil === undefined ? 0 : 1)

/** The later `updatedAt`; at a tie the deletion, then the greater canonical JSON. Where both are equal, the first. */
export const winner = <Kept extends Row>(one: Kept, other: Kept): Kept => {
  if (one.updatedAt !== other.updatedAt) return one.updatedAt > other.updatedAt ? one : other
  if (gone(one) !== gone(other)) return gone(one) > gone(other) ? one : other
  return canonicalJson(one) >= canonicalJson(other) ? one : other
}
