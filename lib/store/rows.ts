/** What a row is when its record is saved, shown and counted; the same for every kind of store. */
import type { Counted } from '../core/days.ts'
import type { Row } from '../core/merge.ts'
import { isShown } from '../core/merge.ts'
import type { Fields, Id, RecordOf, StoreName } from '../core/records.ts'
import type { Instant } from '../core/time.ts'

/** When the next version of the row was made; see Kept. */
export const nextUpdate = (current: Row | null, now: Instant): Instant =>
  Math.max(now, current === null ? now : current.updatedAt + 1)

/** The value as JSON keeps it, strings well-formed: what the database holds is then exactly what the journal holds. */
export const asJson = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  )

/** The record made of what a caller decided. A record whose removal was under way stands again as this one. */
export const savedRow = <Store extends StoreName>(
  current: Row<Store> | null,
  id: Id,
  fields: Fields<Store>,
  now: Instant,
): RecordOf<Store> => {
  const { undoUntil: _, ...decided } = fields as Fields<Store> & { undoUntil?: Instant }
  const row = {
    ...asJson(decided),
    id,
    updatedAt: nextUpdate(current, now),
    origin: current?.origin ?? 'own',
  }
  // Fields are the record without what stands here, which the compiler cannot follow through a generic.
  return row as unknown as RecordOf<Store>
}

/** The record that a person sees; null where there is no row, or a hidden or deleted one. */
export const shown = <Store extends StoreName>(row: Row<Store> | null | undefined): RecordOf<Store> | null =>
  row !== null && row !== undefined && isShown(row) ? row : null

/** What a row adds to its day; null where it adds nothing. */
export const countedOf = (store: StoreName, row: Row | null | undefined): Counted | null => {
  const record = shown(row)
  // The store says which type its rows are of.
  if (record !== null && (store === 'checkIns' || store === 'sessions')) return { store, record } as Counted
  return null
}
