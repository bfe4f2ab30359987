/** A note that was written in two places. */

/** The same to the store, which keeps no half of a surrogate pair: such a half may be on its way to a whole one while somebody types. */
export const sameNote = (one: string, other: string): boolean => one.toWellFormed() === other.toWellFormed()

/** Whether every line of `part` stands in `note`, one after the other: words within a line may say something else. */
const holds = (note: string, part: string): boolean =>
  part === '' || `\n${note.toWellFormed()}\n`.includes(`\n${part.toWellFormed()}\n`)

/** The note that holds what was typed here and what was written elsewhere, where `base` stood before both. */
export const joinedNote = (base: string, mine: string, theirs: string): string => {
  if (sameNote(mine, base)) return theirs
  if (sameNote(theirs, base) || holds(mine, theirs)) return mine
  return holds(theirs, mine) ? theirs : `${theirs}\n\n${mine}`
}
