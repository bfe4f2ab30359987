/** The check-in: which question comes next, and what each answer makes of the record. */
import type { CheckIn, Far, Felt, Fields, Id, PickedWord, Scale } from './records.ts'
import { type Instant, type Moment, minute } from './time.ts'

/** What a check-in holds besides what the store adds. */
export type CheckInFields = Fields<'checkIns'>

export type Question = 'felt' | 'far' | 'words' | 'offer'

/** `'cant-tell'` is a full answer; null is none. */
export type FeltAnswer = Felt | 'cant-tell' | null

/** The answers that decide what is asked and offered. */
export type Answers = Pick<CheckIn, 'felt' | 'far' | 'cantTell' | 'words'>

/** What the catalogue of words says of a word that rules depend on. */
export type WordTraits = {
  /** It asks for `far` later when `far` was not asked before. */
  readonly asksFar: boolean
  /** It makes an outward pause and "Talk to someone" stand side by side. */
  readonly hard: boolean
}

export const wordsAtMost = 5
export const noteAtMost = 20_000

/** How far back the offer looks, in sessions. */
export const sessionsRead = 200

/** How long typing rests before a note is kept, in milliseconds. */
export const noteRests = 400

/** Typed on and on, a note is kept after so long all the same, in milliseconds. */
export const noteAtLatest = 2_000

/** A check-in goes on where it was for so long; later, the record stands as it is and a new one begins. */
export const resumeWithin = 30 * minute

/** A second digit within this time belongs to the first: 1 then 0 is 10. */
const tenWithin = 600

export const feltAnswer = (answers: Pick<CheckIn, 'felt' | 'cantTell'>): FeltAnswer =>
  answers.cantTell.includes('felt') ? 'cant-tell' : answers.felt

/** Little came through, or the person cannot tell. */
export const feltIsLow = (answers: Pick<CheckIn, 'felt' | 'cantTell'>): boolean => {
  const felt = feltAnswer(answers)
  return felt === 'cant-tell' || (felt !== null && felt <= 3)
}

/** Things feel so far away that what helps looks outward; false where that was not answered. */
export const isFar = (far: number | null): boolean => (far ?? 0) >= 2

const farIsOpen = (answers: Answers): boolean => answers.far === null && !answers.cantTell.includes('far')

/** The question after `answered`, which may also have been passed over. */
export const questionAfter = (
  answered: Question,
  answers: Answers,
  traits: (word: Id) => WordTraits,
): Question => {
  switch (answered) {
    case 'felt':
      return feltIsLow(answers) ? 'far' : 'words'
    case 'far':
      return feltIsLow(answers) ? 'words' : 'offer'
    case 'words': {
      const asksFar = !feltIsLow(answers) && answers.words.some(word => traits(word.id).asksFar)
      return asksFar && farIsOpen(answers) ? 'far' : 'offer'
    }
    case 'offer':
      return 'offer'
  }
}

/** The far rule: outward comes first when things feel far away, or when that is not known while little is felt. */
export const outwardFirst = (answers: Answers): boolean => {
  if (answers.far !== null) return isFar(answers.far)
  return feltAnswer(answers) === null || feltIsLow(answers)
}

/** A check-in before its first answer. */
export const newCheckIn = (moment: Moment, from: Pick<CheckIn, 'source' | 'nudgeId'>): CheckInFields => ({
  ...moment,
  felt: null,
  far: null,
  pleasant: null,
  energy: null,
  cantTell: [],
  meaning: null,
  words: [],
  tags: [],
  note: '',
  source: from.source,
  precision: 'minute',
  nudgeId: from.nudgeId,
})

const withoutCantTell = (cantTell: readonly Scale[], scale: Scale): readonly Scale[] =>
  cantTell.filter(name => name !== scale)

/** What an answer to felt changes; "can't tell" leaves the value null. */
export const answerFelt = (
  { cantTell }: Pick<CheckIn, 'cantTell'>,
  answer: Felt | 'cant-tell',
): Pick<CheckIn, 'felt' | 'cantTell'> => {
  const others = withoutCantTell(cantTell, 'felt')
  return answer === 'cant-tell'
    ? { felt: null, cantTell: [...others, 'felt'] }
    : { felt: answer, cantTell: others }
}

/** What an answer to far changes. */
export const answerFar = (
  { cantTell }: Pick<CheckIn, 'cantTell'>,
  far: Far,
): Pick<CheckIn, 'far' | 'cantTell'> => ({ far, cantTell: withoutCantTell(cantTell, 'far') })

/** Picks a word, or takes it out again; a sixth word is left out. */
export const toggleWord = (words: readonly PickedWord[], id: Id): readonly PickedWord[] => {
  if (words.some(word => word.id === id)) return words.filter(word => word.id !== id)
  return words.length < wordsAtMost ? [...words, { id, guess: false }] : words
}

/** Marks a picked word as a best guess, or as no guess. */
export const toggleGuess = (words: readonly PickedWord[], id: Id): readonly PickedWord[] =>
  words.map(word => (word.id === id ? { ...word, guess: !word.guess } : word))

/** Whether something touched at `at` goes on now; a clock that was set back does not end it. */
export const goesOn = (at: Instant, now: Instant): boolean => Math.abs(now - at) <= resumeWithin

/** An answer to felt by a digit key, remembered so that a second digit can belong to it. */
export type FeltKey = { readonly digit: number; readonly at: Instant }

/** What a digit key answers at a question: 1 then 0 within 600 ms is a felt of 10, wherever the first digit led. */
export const digitAnswers = (
  question: Question | null,
  digit: number,
  before: FeltKey | null,
  now: Instant,
):
  | { readonly scale: 'felt'; readonly value: Felt }
  | { readonly scale: 'far'; readonly value: Far }
  | null => {
  if (digit === 0 && before?.digit === 1 && now - before.at <= tenWithin) return { scale: 'felt', value: 10 }
  if (question === 'felt') return { scale: 'felt', value: digit as Felt }
  if (question === 'far' && digit <= 3) return { scale: 'far', value: digit as Far }
  return null
}
