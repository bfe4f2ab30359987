/** The form of a check-in: what is entered is what the record holds, and null for the rest. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCheckIn } from '../../lib/core/check-in.ts'
import {
  asksMeaning,
  type Edit,
  editIsLow,
  editOf,
  noEdit,
  readEdit,
  sameEdit,
  saysSomething,
  toggleTag,
  withEdit,
} from '../../lib/core/edit.ts'
import { joinedNote } from '../../lib/core/joined-note.ts'
import { type Far, type Felt, meanings, steps } from '../../lib/core/records.ts'

const blank = newCheckIn(
  { at: 0, zone: 'Europe/Berlin', day: '1970-01-01' },
  { source: 'page', nudgeId: null },
)

const felts: readonly Felt[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const fars: readonly Far[] = [0, 1, 2, 3]
const answer = <Value>(values: readonly Value[]) =>
  fc.constantFrom<Value | 'cant-tell' | null>(...values, 'cant-tell', null)
const id = fc.constantFrom('numb', 'calm', 'own-1', '__proto__')

const edits: fc.Arbitrary<Edit> = fc.record({
  felt: answer(felts),
  far: answer(fars),
  pleasant: answer(steps),
  energy: answer(steps),
  meaning: fc.constantFrom(...meanings, null),
  words: fc.uniqueArray(fc.record({ id, guess: fc.boolean() }), { selector: word => word.id, maxLength: 5 }),
  tags: fc.uniqueArray(id),
  note: fc.string({ unit: 'binary', maxLength: 30 }),
})

const numberOf = <Value>(given: Value | 'cant-tell' | null): Value | null =>
  given === 'cant-tell' ? null : given

describe('the record of a form', () => {
  test('holds what was entered, "can’t tell" without a number, and null for the rest', () => {
    fc.assert(
      fc.property(edits, edit => {
        const fields = withEdit(blank, noEdit, edit)
        expect(fields).toEqual({
          ...blank,
          felt: numberOf(edit.felt),
          far: numberOf(edit.far),
          pleasant: numberOf(edit.pleasant),
          energy: numberOf(edit.energy),
          cantTell: expect.anything(),
          meaning: edit.meaning,
          words: edit.words,
          tags: edit.tags,
          note: edit.note,
        })
        const cantTell = (['felt', 'far', 'pleasant', 'energy'] as const).filter(
          scale => edit[scale] === 'cant-tell',
        )
        expect([...fields.cantTell].sort()).toEqual([...cantTell].sort())
      }),
    )
  })

  test('gives the form back as it was, also through what a browser stores', () => {
    fc.assert(
      fc.property(edits, edit => {
        expect(editOf(withEdit(blank, noEdit, edit))).toEqual(edit)
        expect(readEdit(JSON.parse(JSON.stringify(edit)))).toEqual(edit)
        expect(sameEdit(edit, structuredClone(edit))).toBe(true)
      }),
    )
  })

  test('becomes the second form, whatever the first one said', () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        expect(editOf(withEdit(withEdit(blank, noEdit, first), first, second))).toEqual(second)
        expect(sameEdit(first, second)).toBe(JSON.stringify(first) === JSON.stringify(second))
      }),
    )
  })

  test('joins words and tags one by one, and a note that was changed in both places', () => {
    const word = (id: string, guess = false) => ({ id, guess })
    const base = { ...noEdit, words: [word('numb'), word('sad')], tags: ['home'], note: 'before' }
    const there = {
      ...base,
      words: [word('sad', true), word('tired')],
      tags: ['home', 'work'],
      note: 'there',
    }
    const here = { ...base, words: [word('numb'), word('calm')], tags: [], note: 'mine' }
    expect(editOf(withEdit(withEdit(blank, noEdit, there), base, here))).toMatchObject({
      words: [word('tired'), word('calm')],
      tags: ['work'],
      note: 'there\n\nmine',
    })
  })

  test('keeps what another page answered and this form did not touch', () => {
    fc.assert(
      fc.property(edits, edits, (there, here) => {
        const elsewhere = withEdit(blank, noEdit, there)
        const onlyNote = { ...here, note: 'from here' }
        expect(editOf(withEdit(elsewhere, here, onlyNote))).toEqual({
          ...there,
          note: joinedNote(here.note, 'from here', there.note),
        })
      }),
    )
  })
})

describe('a form', () => {
  test('says something with any single answer, and nothing with none', () => {
    const single: readonly Partial<Edit>[] = [
      { felt: 0 },
      { felt: 'cant-tell' },
      { far: 0 },
      { pleasant: 0 },
      { pleasant: 'cant-tell' },
      { energy: 0 },
      { meaning: 'neither' },
      { words: [{ id: 'not-sure', guess: false }] },
      { tags: ['home'] },
      { note: '.' },
    ]
    for (const part of single) expect(saysSomething({ ...noEdit, ...part })).toBe(true)
    expect(saysSomething(noEdit)).toBe(false)
    expect(saysSomething({ ...noEdit, note: ' \n\t' })).toBe(false)
  })

  test('asks what it is to the person at little felt, and goes on showing what was answered', () => {
    expect(felts.filter(felt => editIsLow({ felt }))).toEqual([0, 1, 2, 3])
    expect(asksMeaning({ ...noEdit, felt: 'cant-tell' })).toBe(true)
    expect(asksMeaning(noEdit)).toBe(false)
    expect(asksMeaning({ ...noEdit, felt: 8, meaning: 'shelter' })).toBe(true)
  })

  test('takes a tag and gives it back', () => {
    expect(toggleTag(['home'], 'work')).toEqual(['home', 'work'])
    expect(toggleTag(['home', 'work'], 'home')).toEqual(['work'])
  })

  test.each([
    null,
    7,
    'x',
    [],
    { felt: 11, far: -1, pleasant: 1, energy: '0', meaning: 'x', words: [null, {}], tags: [3], note: 1 },
  ])('reads %j as no answer, and never as 0', stored => {
    expect(readEdit(stored)).toEqual(noEdit)
  })
})
