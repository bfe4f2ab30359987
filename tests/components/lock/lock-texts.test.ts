/** What is said of a lock: a sentence for every way in which something came to nothing, and for how far it is. */
import { beforeEach, expect, test } from 'vitest'
import {
  lockProblemText,
  minutesText,
  toldText,
  workText,
  wrongText,
} from '../../../components/lock/lock-texts.ts'
import { lockMinutes } from '../../../lib/core/lock.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

test('every problem has a sentence of its own, and says that nothing was changed only where that is so', () => {
  const problems = [
    { kind: 'unreadable' },
    { kind: 'newer' },
    { kind: 'full' },
    { kind: 'failed', name: 'UnknownError' },
    { kind: 'full', perhapsDone: true },
    { kind: 'failed', name: 'UnknownError', perhapsDone: true },
  ] as const
  const said = problems.map(problem => lockProblemText(problem, 'err_change'))
  expect(new Set(said).size).toBe(problems.length)
  expect(said.map(sentence => sentence.includes('Nothing was changed'))).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ])
  expect(lockProblemText({ kind: 'failed', name: 'UnknownError' }, 'err_open')).toBe(
    'Thaw cannot open its history right now. Nothing was changed. If it stays so, close the browser and open it again.',
  )
})

test('what does not open it is said of what was typed, and blames nobody', () => {
  expect(wrongText('passphrase')).toMatch(/^This passphrase .* as often as you like\.$/)
  expect(wrongText('code')).toMatch(/^This code .* as often as you like\.$/)
})

test('what runs is named by what it does, once that has begun', () => {
  expect((['on', 'off', 'passphrase'] as const).map(deed => workText({ deed, done: 0, of: 0 }))).toEqual(
    Array(3).fill('Making the keys'),
  )
  expect(workText({ deed: 'on', done: 1, of: 4 })).toBe('Encrypting what was there before')
  expect(workText({ deed: 'off', done: 1, of: 4 })).toBe('Taking the encryption away')
  expect(new Set((['on', 'off', 'passphrase'] as const).map(toldText)).size).toBe(3)
})

test('the minutes are written as the language writes them, and none of them is a time too', () => {
  expect([...lockMinutes, null].map(minutesText)).toEqual([
    'After 5 minutes without use',
    'After 15 minutes without use',
    'After 60 minutes without use',
    'When the browser closes, or when I say so',
  ])
})
