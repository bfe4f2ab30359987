import { expect, test } from 'vitest'
import { patched, readPatch } from '../../lib/core/patch.ts'

const moment = { at: 0, zone: 'UTC', day: '1970-01-01' }

test.each([
  ['felt', [11, -1, 1.5, '3', Number.NaN]],
  ['far', [4, -1, '0']],
  ['day', ['22.11.2026', '', 20261122]],
  ['at', ['0', Number.NaN, Number.POSITIVE_INFINITY]],
  ['note', [5, null]],
  ['source', ['import:daylio', 'elsewhere']],
  ['words', ['numb', { id: 'numb' }]],
])('no wrong %s is read', (name, values) => {
  for (const value of values) expect(readPatch({ [name]: value })).toBeNull()
})

test('what is right is read beside what is wrong', () => {
  const stored = {
    felt: 3,
    far: 9,
    words: [{ id: 'numb', guess: true }, 7],
    cantTell: ['far', 'x'],
    other: 1,
  }
  expect(readPatch(stored)).toEqual({ felt: 3, words: [{ id: 'numb', guess: true }], cantTell: ['far'] })
})

test('an unanswered scale stays null', () => {
  expect(readPatch({ felt: null, far: null })).toEqual({ felt: null, far: null })
})

test('a patch changes what it names, and begins a record where there is none', () => {
  const begun = patched(null, { felt: 4 }, moment)
  expect(begun).toMatchObject({ ...moment, felt: 4, far: null, note: '' })
  expect(patched(begun, { far: 1 }, { ...moment, at: 9 })).toEqual({ ...begun, far: 1 })
})
