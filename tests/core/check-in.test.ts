import { describe, expect, test } from 'vitest'
import {
  type CheckInFields,
  digitAnswers,
  answerFar as farAnswer,
  feltAnswer,
  answerFelt as feltAnswered,
  goesOn,
  isFar,
  newCheckIn,
  outwardFirst,
  questionAfter,
  resumeWithin,
  toggleGuess,
  toggleWord,
} from '../../lib/core/check-in.ts'
import { joinedNote } from '../../lib/core/joined-note.ts'

const moment = { at: 0, zone: 'UTC', day: '1970-01-01' }
const blank = newCheckIn(moment, { source: 'popup', nudgeId: null })
const answerFelt = (fields: CheckInFields, answer: Parameters<typeof feltAnswered>[1]) => ({
  ...fields,
  ...feltAnswered(fields, answer),
})
const answerFar = (fields: CheckInFields, far: Parameters<typeof farAnswer>[1]) => ({
  ...fields,
  ...farAnswer(fields, far),
})
const plainWord = () => ({ asksFar: false, hard: false })
const farWord = () => ({ asksFar: true, hard: false })

describe('answers', () => {
  test('things are far away from 2 on, and not where that was not answered', () => {
    expect([null, 0, 1, 2, 3].map(isFar)).toEqual([false, false, false, true, true])
  })

  test('an unanswered scale is null, and so is one that cannot be told', () => {
    expect(blank.felt).toBeNull()
    const untold = answerFelt(answerFelt(blank, 4), 'cant-tell')
    expect(untold.felt).toBeNull()
    expect(feltAnswer(untold)).toBe('cant-tell')
  })

  test('a number takes "can\'t tell" back', () => {
    expect(answerFelt(answerFelt(blank, 'cant-tell'), 7)).toMatchObject({ felt: 7, cantTell: [] })
  })

  test('answering one scale leaves the others', () => {
    expect(answerFar(answerFelt(blank, 2), 3)).toMatchObject({
      felt: 2,
      far: 3,
      pleasant: null,
      energy: null,
    })
  })

  test('five words fit; one taken out makes room', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].reduce(toggleWord, [] as ReturnType<typeof toggleWord>)
    expect(toggleWord(five, 'f')).toEqual(five)
    expect(toggleWord(toggleWord(five, 'b'), 'f').map(word => word.id)).toEqual(['a', 'c', 'd', 'e', 'f'])
  })

  test('a best guess is marked on one word alone', () => {
    const words = toggleWord(toggleWord([], 'numb'), 'flat')
    expect(toggleGuess(words, 'flat')).toEqual([
      { id: 'numb', guess: false },
      { id: 'flat', guess: true },
    ])
  })
})

describe('the next question', () => {
  test.each([0, 1, 2, 3, 'cant-tell'] as const)('felt %s asks for far', answer => {
    expect(questionAfter('felt', answerFelt(blank, answer), plainWord)).toBe('far')
  })

  test.each([4, 7, 10] as const)('felt %s asks for words', answer => {
    expect(questionAfter('felt', answerFelt(blank, answer), plainWord)).toBe('words')
  })

  test('far before words leads to words, after them to the offer', () => {
    expect(questionAfter('far', answerFelt(blank, 2), plainWord)).toBe('words')
    expect(questionAfter('far', answerFelt(blank, 8), plainWord)).toBe('offer')
  })

  test('a word that asks for far does so once, and not where far was asked before', () => {
    const picked = { ...answerFelt(blank, 8), words: toggleWord([], 'frozen') }
    expect(questionAfter('words', picked, farWord)).toBe('far')
    expect(questionAfter('words', answerFar(picked, 1), farWord)).toBe('offer')
    expect(questionAfter('words', { ...picked, felt: 2 }, farWord)).toBe('offer')
    expect(questionAfter('words', picked, plainWord)).toBe('offer')
  })
})

describe('the far rule', () => {
  test.each([
    [null, 'cant-tell', true],
    [null, 0, true],
    [null, 3, true],
    [null, 4, false],
    [0, 0, false],
    [1, 2, false],
    [2, 9, true],
    [3, 9, true],
  ] as const)('far %s at felt %s: outward first is %s', (far, felt, expected) => {
    expect(outwardFirst({ ...answerFelt(blank, felt), far })).toBe(expected)
  })

  test('without any answer it looks outward', () => {
    expect(outwardFirst(blank)).toBe(true)
  })
})

describe('digit keys', () => {
  test('a digit answers the question that stands', () => {
    expect(digitAnswers('felt', 7, null, 0)).toEqual({ scale: 'felt', value: 7 })
    expect(digitAnswers('far', 2, null, 0)).toEqual({ scale: 'far', value: 2 })
    expect(digitAnswers('far', 4, null, 0)).toBeNull()
    expect(digitAnswers(null, 4, null, 0)).toBeNull()
  })

  test('1 then 0 within 600 ms is 10 and never answers the next question', () => {
    expect(digitAnswers('far', 0, { digit: 1, at: 1_000 }, 1_600)).toEqual({ scale: 'felt', value: 10 })
  })

  test('a 0 that comes later answers the next question', () => {
    expect(digitAnswers('far', 0, { digit: 1, at: 1_000 }, 1_601)).toEqual({ scale: 'far', value: 0 })
  })

  test('a 0 after another digit is a 0', () => {
    expect(digitAnswers('far', 0, { digit: 2, at: 1_000 }, 1_100)).toEqual({ scale: 'far', value: 0 })
  })
})

test('a check-in goes on for 30 minutes, also when the clock was set back a little', () => {
  expect(goesOn(1_000, 1_000 + resumeWithin)).toBe(true)
  expect(goesOn(1_000, 1_001 + resumeWithin)).toBe(false)
  expect(goesOn(60_000, 0)).toBe(true)
})

describe('a note that was written here and elsewhere', () => {
  test.each([
    ['', 'I know', 'no', 'no\n\nI know'],
    ['', 'no', 'I know', 'I know\n\nno'],
    ['before', 'here', 'there', 'there\n\nhere'],
  ])('from %j holds %j and %j', (base, mine, theirs, joined) => {
    expect(joinedNote(base, mine, theirs)).toBe(joined)
  })

  test.each([
    ['', 'no\n\nI know', 'no', 'no\n\nI know'],
    ['', 'I know', 'no\nI know', 'no\nI know'],
    ['before', 'here', '', 'here'],
    ['before', '', 'there', 'there'],
    ['before', 'before', 'there', 'there'],
    ['before', 'here', 'before', 'here'],
    ['half \ud83d', 'half \ud83d.', 'half \ufffd', 'half \ud83d.'],
    ['half \ufffd', 'half \ud83d', 'there', 'there'],
  ])('from %j says nothing twice of %j and %j', (base, mine, theirs, joined) => {
    expect(joinedNote(base, mine, theirs)).toBe(joined)
  })
})
