/** What a check-in's form holds, for one of the past that is changed or added, and the check-in that it makes. */

import { feltIsLow, noteAtMost, wordsAtMost } from './check-in.ts'
import { joinedNote } from './joined-note.ts'
import { isLoose, isText, type Loose } from './loose.ts'
import {
  type CheckIn,
  type Far,
  type Felt,
  type Fields,
  type Id,
  meanings,
  type PickedWord,
  type Scale,
  type Step,
  steps,
} from './records.ts'

/** What may be said to a scale; `'cant-tell'` is a full answer, null is none. */
type ScaleAnswer<Value> = Value | 'cant-tell' | null
export type StepAnswer = ScaleAnswer<Step>
export type Meaning = NonNullable<CheckIn['meaning']>

/** Every answer that the form can hold. */
export type Edit = {
  readonly felt: ScaleAnswer<Felt>
  readonly far: ScaleAnswer<Far>
  readonly pleasant: StepAnswer
  readonly energy: StepAnswer
  readonly meaning: Meaning | null
  readonly words: readonly PickedWord[]
  readonly tags: readonly Id[]
  readonly note: string
}

/** A form in which nothing is answered. */
export const noEdit: Edit = {
  felt: null,
  far: null,
  pleasant: null,
  energy: null,
  meaning: null,
  words: [],
  tags: [],
  note: '',
}

type Answered<Name extends Scale> = Pick<CheckIn, Name | 'cantTell'>

const answerOf = <Name extends Scale>(checkIn: Answered<Name>, scale: Name) =>
  checkIn.cantTell.includes(scale) ? 'cant-tell' : checkIn[scale]

/** What of a check-in stands in the form. */
export const editOf = (checkIn: Fields<'checkIns'>): Edit => ({
  felt: answerOf(checkIn, 'felt'),
  far: answerOf(checkIn, 'far'),
  pleasant: answerOf(checkIn, 'pleasant'),
  energy: answerOf(checkIn, 'energy'),
  meaning: checkIn.meaning,
  words: checkIn.words,
  tags: checkIn.tags,
  note: checkIn.note,
})

const scales = ['felt', 'far', 'pleasant', 'energy'] as const satisfies readonly Scale[]

/** "Can't tell" leaves the value null, and so does no answer. */
const withScale = (fields: Fields<'checkIns'>, scale: Scale, answer: Edit[Scale]): Fields<'checkIns'> => {
  const others = fields.cantTell.filter(name => name !== scale)
  return answer === 'cant-tell'
    ? { ...fields, [scale]: null, cantTell: [...others, scale] }
    : { ...fields, [scale]: answer, cantTell: others }
}

/** What an answer to one of the scales of five steps changes; null takes the answer back. */
export const answerStep = (
  fields: Fields<'checkIns'>,
  scale: 'pleasant' | 'energy',
  answer: StepAnswer,
): Partial<Fields<'checkIns'>> => {
  const { [scale]: value, cantTell } = withScale(fields, scale, answer)
  return { [scale]: value, cantTell }
}

const sameWords = (one: Edit['words'], other: Edit['words']): boolean =>
  one.length === other.length &&
  one.every(({ id, guess }, place) => id === other[place]?.id && guess === other[place]?.guess)

const sameTags = (one: Edit['tags'], other: Edit['tags']): boolean =>
  one.length === other.length && one.every((tag, place) => tag === other[place])

/** Whether both say the same. */
export const sameEdit = (one: Edit, other: Edit): boolean =>
  scales.every(scale => one[scale] === other[scale]) &&
  one.meaning === other.meaning &&
  one.note === other.note &&
  sameTags(one.tags, other.tags) &&
  sameWords(one.words, other.words)

/** The words of `theirs`, with what was picked, taken out or marked between `base` and `mine`. */
const rebasedWords = (mine: Edit['words'], base: Edit['words'], theirs: Edit['words']): Edit['words'] => {
  if (sameWords(mine, base)) return theirs
  if (sameWords(theirs, base)) return mine
  const out = base.filter(({ id }) => !mine.some(word => word.id === id))
  const changed = mine.filter(word => base.find(({ id }) => id === word.id)?.guess !== word.guess)
  const stay = theirs
    .filter(({ id }) => !out.some(word => word.id === id))
    .map(word => changed.find(({ id }) => id === word.id) ?? word)
  const added = changed.filter(({ id }) => !theirs.some(word => word.id === id))
  return [...stay, ...added.slice(0, Math.max(0, wordsAtMost - stay.length))]
}

const rebasedTags = (mine: Edit['tags'], base: Edit['tags'], theirs: Edit['tags']): Edit['tags'] => {
  if (sameTags(mine, base)) return theirs
  if (sameTags(theirs, base)) return mine
  const stay = theirs.filter(tag => mine.includes(tag) || !base.includes(tag))
  return [...stay, ...mine.filter(tag => !base.includes(tag) && !theirs.includes(tag))]
}

/** The answers of `theirs`, with all that was changed between `base` and `mine`: nobody undoes what the other answered. */
export const rebasedEdit = (mine: Edit, base: Edit, theirs: Edit): Edit => {
  const changed = [...scales, 'meaning' as const].filter(name => mine[name] !== base[name])
  return {
    ...theirs,
    ...Object.fromEntries(changed.map(name => [name, mine[name]])),
    words: rebasedWords(mine.words, base.words, theirs.words),
    tags: rebasedTags(mine.tags, base.tags, theirs.tags),
    note: joinedNote(base.note, mine.note, theirs.note),
  }
}

/** The fields with what differs in `edit` from `base`, so that no other page's answer is undone. */
export const withEdit = (current: Fields<'checkIns'>, base: Edit, edit: Edit): Fields<'checkIns'> => {
  const { meaning, words, tags, note, ...answers } = rebasedEdit(edit, base, editOf(current))
  const next = scales
    .filter(scale => edit[scale] !== base[scale])
    .reduce((fields, scale) => withScale(fields, scale, answers[scale]), current)
  return { ...next, meaning, words, tags, note }
}

/** What of `edit` can be kept: a note that is too long, by itself or with what was written elsewhere, stays as in `base`. */
export const keepableEdit = (edit: Edit, base: Edit, { note }: Pick<CheckIn, 'note'>): Edit =>
  joinedNote(base.note, edit.note, note).length > noteAtMost ? { ...edit, note: base.note } : edit

/** Whether anything is answered; a note of blanks says nothing. */
export const saysSomething = (edit: Edit): boolean => !sameEdit({ ...edit, note: edit.note.trim() }, noEdit)

/** Whether little came through, or the person cannot tell. */
export const editIsLow = ({ felt }: Pick<Edit, 'felt'>): boolean =>
  felt === 'cant-tell' ? true : feltIsLow({ felt, cantTell: [] })

/** "Can't tell" comes before the five steps where next to nothing is felt. */
export const cantTellFirst = ({ felt }: Pick<Edit, 'felt'>): boolean => typeof felt === 'number' && felt <= 2

/** "What is it to you?" is for little felt; an answer once given stays in sight, so that nothing is kept unseen. */
export const asksMeaning = (edit: Edit): boolean => editIsLow(edit) || edit.meaning !== null

/** Picks a tag, or takes it out again. */
export const toggleTag = (tags: readonly Id[], id: Id): readonly Id[] =>
  tags.includes(id) ? tags.filter(tag => tag !== id) : [...tags, id]

const oneOf = <Value>(stored: unknown, values: readonly Value[]): Value | null =>
  values.find(value => value === stored) ?? null

const readPickedWord = (stored: unknown): readonly PickedWord[] =>
  isLoose(stored) && isText(stored['id']) ? [{ id: stored['id'], guess: stored['guess'] === true }] : []

const listOf = <Value>(stored: unknown, read: (item: unknown) => readonly Value[]): readonly Value[] =>
  Array.isArray(stored) ? stored.flatMap(read) : []

const felts: readonly Felt[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const fars: readonly Far[] = [0, 1, 2, 3]

const readScale = <Value>(stored: unknown, values: readonly Value[]): ScaleAnswer<Value> =>
  stored === 'cant-tell' ? stored : oneOf(stored, values)

/** The form in whatever is stored; what cannot be used counts as not answered. */
export const readEdit = (stored: unknown): Edit => {
  const loose: Loose = isLoose(stored) ? stored : {}
  const { note } = loose
  return {
    felt: readScale(loose['felt'], felts),
    far: readScale(loose['far'], fars),
    pleasant: readScale(loose['pleasant'], steps),
    energy: readScale(loose['energy'], steps),
    meaning: oneOf(loose['meaning'], meanings),
    words: listOf(loose['words'], readPickedWord),
    tags: listOf(loose['tags'], tag => (isText(tag) ? [tag] : [])),
    note: isText(note) ? note : '',
  }
}
