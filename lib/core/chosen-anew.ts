/** What another app's file comes to where it was brought in before by other choices: the later choice stands. */
import { canonicalJson, isTombstone, type Row } from './merge.ts'

/**
 * An entry of another app has one time of its last change, whatever was chosen for it (formats/to-rows). So far after that, in
 * milliseconds, a record can only be one that other choices made, and not one that a person changed: once a millisecond.
 */
const choicesAtMost = 1_000

const contentOf = (row: Row): string => canonicalJson({ ...row, origin: null, updatedAt: null })

/**
 * The same row; later than `before`, what lies under its id, where that was made by other choices and nobody changed it since. `before`
 * itself where they came to the same for it, or were the same: what its names are called here by now was not chosen.
 */
export const chosenAnew = (row: Row, before: Row | null): Row => {
  if (before === null || isTombstone(before)) return row
  const after = before.updatedAt - row.updatedAt
  const isUnchanged = before.origin.startsWith('import:') && after >= 0 && after < choicesAtMost
  if (!isUnchanged) return row
  const isSame = before.origin === row.origin || contentOf(before) === contentOf(row)
  return isSame ? before : { ...row, updatedAt: before.updatedAt + 1 }
}
