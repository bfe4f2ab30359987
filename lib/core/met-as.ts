/** What becomes of one record where another version of it comes from a file. */
import { contentOf } from './as-it-was.ts'
import { isShown, type Row, winner } from './merge.ts'

/**
 * `added`: not known here. `changed`: known here in an earlier version. `returned`: deleted here, which the other version undoes.
 * `same`: here as it is there. `later`: here in a later version, which stays. `deleted`: deleted here since, and stays deleted.
 */
export type MetAs = 'added' | 'changed' | 'returned' | 'same' | 'later' | 'deleted'

/** `before` is what lies here. */
export const metAs = (before: Row | null, row: Row): MetAs => {
  if (before === null) return 'added'
  const isBack = isShown(row) && !isShown(before)
  if (winner(before, row) !== before) return isBack ? 'returned' : 'changed'
  if (isBack) return 'deleted'
  // What was brought back, or given the name it had, is a later version that says the same.
  const saysTheSame = before.updatedAt === row.updatedAt || contentOf(before) === contentOf(row)
  return saysTheSame || !isShown(before) ? 'same' : 'later'
}
