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
  ['pleasant', [1, -3, 5, '0', false]],
  ['energy', [3, '', Number.NaN]],
  ['meaning', ['shield', 0]],
  ['tags', ['heavy', { 0: 'heavy' }]],
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

test('an unanswered question stays null', () => {
  const none = { felt: null, far: null, pleasant: null, energy: null, meaning: null }
  expect(readPatch(none)).toEqual(none)
})

test('every answer of the folded part is read as it was given', () => {
  const given = {
    pleasant: 0,
    energy: -4,
    meaning: 'neither',
    tags: ['heavy', 'own'],
    note: '',
    cantTell: [],
  }
  expect(readPatch(given)).toEqual(given)
})

test('"can\'t tell" changes for the scales of the patch alone', () => {
  const elsewhere = patched(null, { felt: null, cantTell: ['felt'] }, moment)
  const stale = patched(elsewhere, { pleasant: 2, cantTell: [] }, moment)
  expect(stale).toMatchObject({ felt: null, pleasant: 2, cantTell: ['felt'] })
  const both = patched(stale, { energy: null, cantTell: ['energy'] }, moment)
  expect(both.cantTell).toEqual(['felt', 'energy'])
  expect(patched(both, { felt: 4, cantTell: ['energy'] }, moment)).toMatchObject({ cantTell: ['energy'] })
})

test('a patch changes what it names, and begins a record where there is none', () => {
  const begun = patched(null, { felt: 4 }, moment)
  expect(begun).toMatchObject({ ...moment, felt: 4, far: null, note: '' })
  expect(patched(begun, { far: 1 }, { ...moment, at: 9 })).toEqual({ ...begun, far: 1 })
})
