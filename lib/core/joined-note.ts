/** A note that was written in two places. */

/** Whether every line of `part` stands in `note`, one after the other: words within a line may say something else. */
const holds = (note: string, part: string): boolean => part === '' || `\n${note}\n`.includes(`\n${part}\n`)

/**
 * The note that holds what was typed here and what was written elsewhere, where `base` stood before both. The store keeps another sign for
 * half of a surrogate pair, which makes no other note of it.
 */
export const joinedNote = (base: string, mine: string, theirs: string): string => {
  const before = base.toWellFormed()
  if (mine.toWellFormed() === before) return theirs
  if (theirs.toWellFormed() === before || holds(mine, theirs)) return mine
  return holds(theirs, mine) ? theirs : `${theirs}\n\n${mine}`
}
