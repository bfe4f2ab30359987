/** What of a check-in of the past can be changed, and the check-in that a change makes. */
import { answerFar, answerFelt, type FeltAnswer, feltAnswer } from './check-in.ts'
import type { CheckIn, Far, Fields, PickedWord } from './records.ts'

/** What can be changed in a check-in of the past. */
export type Edit = {
  readonly felt: FeltAnswer
  readonly far: Far | null
  readonly words: readonly PickedWord[]
  readonly note: string
}

/** What of a check-in can be edited. */
export const editOf = (checkIn: CheckIn): Edit => ({
  felt: feltAnswer(checkIn),
  far: checkIn.far,
  words: checkIn.words,
  note: checkIn.note,
})

const withFelt = (fields: Fields<'checkIns'>, felt: FeltAnswer): Fields<'checkIns'> =>
  felt === null
    ? { ...fields, felt: null, cantTell: fields.cantTell.filter(scale => scale !== 'felt') }
    : { ...fields, ...answerFelt(fields, felt) }

const withFar = (fields: Fields<'checkIns'>, far: Far | null): Fields<'checkIns'> =>
  far === null ? { ...fields, far: null } : { ...fields, ...answerFar(fields, far) }

/** The check-in with only those answers replaced that differ from `base`, so that no other page's answer is undone. */
export const withEdit = (current: CheckIn, base: Edit, edit: Edit): Fields<'checkIns'> => {
  const { id, updatedAt, origin, undoUntil, ...fields } = current
  let next: Fields<'checkIns'> = fields
  if (edit.felt !== base.felt) next = withFelt(next, edit.felt)
  if (edit.far !== base.far) next = withFar(next, edit.far)
  if (edit.words !== base.words) next = { ...next, words: edit.words }
  if (edit.note !== base.note) next = { ...next, note: edit.note }
  return next
}

/** Whether both say the same. */
export const sameEdit = (one: Edit, other: Edit): boolean =>
  one.felt === other.felt &&
  one.far === other.far &&
  one.note === other.note &&
  one.words.length === other.words.length &&
  one.words.every(
    (word, place) => word.id === other.words[place]?.id && word.guess === other.words[place]?.guess,
  )
