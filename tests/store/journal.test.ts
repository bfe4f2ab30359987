import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type StoredRow, winner } from '../../lib/core/merge.ts'
import { storeNames } from '../../lib/core/records.ts'
import { journalKey, linesOf } from '../../lib/store/journal.ts'
import { readPack, type Shelf } from '../../lib/store/pack-rows.ts'
import { packClosedMonths, packRows, readJournal } from '../../lib/store/packs.ts'
import { validRow } from '../../lib/store/valid-rows.ts'
import { memoryKeyValue, testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { storedRow } from './arbitraries.ts'

const flat = (shelf: Shelf) =>
  storeNames.map(store => [
    store,
    [...(shelf.get(store)?.values() ?? [])]
      .map(canonicalJson)
      .toSorted((one, other) => (one < other ? -1 : 1)),
  ])

const merged = (rows: readonly StoredRow[]) => {
  const shelf: Shelf = new Map(storeNames.map(store => [store, new Map()]))
  for (const { store, row } of rows) {
    const there = shelf.get(store)?.get(row.id)
    shelf.get(store)?.set(row.id, there === undefined ? row : winner(there, row))
  }
  return shelf
}

const tenYears = noon + 10 * 366 * 24 * 3_600_000

describe('the journal', () => {
  test('gives back any history that was written, as lines, as packs, and packed again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(storedRow, { maxLength: 12 }),
        fc.array(storedRow, { maxLength: 12 }),
        async (lines, packed) => {
          const keyValue = memoryKeyValue()
          const written: StoredRow[] = []
          // A line is only ever replaced by a later version.
          for (const { store, row } of lines.toSorted(
            (one, other) => one.row.updatedAt - other.row.updatedAt,
          )) {
            const known = merged(written).get(store)?.get(row.id)
            if (known !== undefined && winner(known, row) === known) continue
            written.push({ store, row })
            await keyValue.set(linesOf(store, [row]))
          }
          await packRows(keyValue, packed)
          const expected = flat(merged([...written, ...packed]))
          const read = await readJournal(keyValue)
          expect([flat(read.rows), read.unreadable]).toEqual([expected, 0])

          await packClosedMonths(keyValue, tenYears)
          expect([...keyValue.kept.keys()].map(key => journalKey(key)?.kind)).not.toContain('line')
          expect(flat((await readJournal(keyValue)).rows)).toEqual(expected)
          const kept = new Map(keyValue.kept)
          await packClosedMonths(keyValue, tenYears)
          expect(keyValue.kept).toEqual(kept)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('leaves the open month as it is', async () => {
    const keyValue = memoryKeyValue()
    const row = { ...checkInFields(noon), id: testId(noon, 1), updatedAt: noon, origin: 'own' } as const
    await keyValue.set(linesOf('checkIns', [row]))
    const kept = new Map(keyValue.kept)
    await packClosedMonths(keyValue, noon)
    expect(keyValue.kept).toEqual(kept)
  })

  test('keeps what it cannot read in a pack to which rows are added', async () => {
    const strange = { id: testId(noon, 9), felt: 'from a later Thaw' }
    const keyValue = memoryKeyValue([['history/pack/2026-11', JSON.stringify({ checkIns: [strange] })]])
    const row = { ...checkInFields(noon), id: testId(noon, 1), updatedAt: noon, origin: 'own' } as const
    await packRows(keyValue, [{ store: 'checkIns', row }])
    expect(keyValue.kept.get('history/pack/2026-11')).toContain(JSON.stringify(strange))
    const read = await readJournal(keyValue)
    expect([read.rows.get('checkIns')?.size, read.unreadable]).toEqual([1, 1])
  })

  test('holds ten years at five check-ins a day in less than 5 MB', async () => {
    const keyValue = memoryKeyValue()
    const rows = Array.from({ length: 18_250 }, (_, index): StoredRow => {
      const at = noon + index * 4.8 * 3_600_000
      const fields = checkInFields(at, {
        felt: 4,
        far: 1,
        words: [{ id: 'behind-glass', guess: false }],
        nudgeId: testId(at, index),
      })
      return { store: 'checkIns', row: { ...fields, id: testId(at, index), updatedAt: at, origin: 'own' } }
    })
    await packRows(keyValue, rows)
    const bytes = [...keyValue.kept].reduce((sum, [key, value]) => sum + key.length + value.length, 0)
    expect(bytes).toBeLessThan(5_000_000)
    expect((await readJournal(keyValue)).rows.get('checkIns')?.size).toBe(18_250)
  })
})

describe('a month in which a whole history changed, as when a lock was put on,', () => {
  const rowsOf = (length: number, first = 0, updatedAt = noon) =>
    Array.from({ length }, (_, index): StoredRow<'checkIns'> => {
      const id = testId(noon, first + index)
      return { store: 'checkIns', row: { ...checkInFields(noon), id, updatedAt, origin: 'own' } }
    })
  const sizes = ({ kept }: ReturnType<typeof memoryKeyValue>) =>
    [...kept.values()].map(value => readPack(JSON.parse(value)).rows.get('checkIns')?.size)
  const countIn = async (keyValue: ReturnType<typeof memoryKeyValue>) =>
    (await readJournal(keyValue)).rows.get('checkIns')?.size

  test('is packed into keys that are each soon written', async () => {
    const keyValue = memoryKeyValue()
    const rows = rowsOf(5_000)
    // Done again, as after it was cut off, it comes to the same.
    for (const _ of ['once', 'again']) {
      await packRows(keyValue, rows)
      expect(sizes(keyValue)).toEqual([2_000, 2_000, 1_000])
    }
    expect(await countIn(keyValue)).toBe(5_000)
  })

  test('is so too where it comes little by little, and what changed once more takes no more room', async () => {
    const keyValue = memoryKeyValue()
    for (const call of [0, 1, 2, 3]) await packRows(keyValue, rowsOf(1_900, 1_900 * call))
    expect(sizes(keyValue)).toEqual([2_000, 2_000, 2_000, 1_600])
    await packRows(keyValue, rowsOf(1_900, 0, noon + 1))
    expect(sizes(keyValue)).toEqual([2_000, 2_000, 2_000, 1_600])
    const { rows } = await readJournal(keyValue)
    expect(rows.get('checkIns')?.get(testId(noon, 0))?.updatedAt).toBe(noon + 1)
  })

  test('is so too once it is over and its lines are packed', async () => {
    const keyValue = memoryKeyValue()
    await packRows(keyValue, rowsOf(1_900))
    const changed = rowsOf(2_500, 1_000, noon + 1).map(({ row }) => row)
    await keyValue.set(linesOf('checkIns', changed))
    await packClosedMonths(keyValue, tenYears)
    expect(sizes(keyValue)).toEqual([2_000, 1_500])
    expect(await countIn(keyValue)).toBe(3_500)
  })
})

describe('a row that was stored somehow', () => {
  const whole = { ...checkInFields(noon, { felt: 4 }), id: 'x', updatedAt: noon, origin: 'own' } as const

  test('loses fields that Thaw does not know', () => {
    expect(validRow('checkIns', { ...whole, mood: 3 })).toEqual(whole)
    expect(
      validRow('checkIns', { id: 'x', updatedAt: 1, origin: 'own', deletedAt: 1, note: 'left over' }),
    ).toEqual({
      id: 'x',
      updatedAt: 1,
      origin: 'own',
      deletedAt: 1,
    })
  })

  test('keeps the rest where one answer is wrong', () => {
    const broken = {
      ...whole,
      felt: 42,
      words: [{ id: 'heavy' }, 7, { guess: true }],
      tags: 'none',
      note: null,
    }
    expect(validRow('checkIns', broken)).toEqual({
      ...whole,
      felt: null,
      words: [{ id: 'heavy', guess: false }],
      tags: [],
      note: '',
    })
  })

  test('is none without what makes it a row', () => {
    for (const field of ['id', 'updatedAt', 'at', 'zone', 'day'])
      for (const value of [undefined, null, {}, '', Number.NaN])
        expect(validRow('checkIns', { ...whole, [field]: value }), `${field} ${value}`).toBeNull()
  })

  test('never throws, and what it gives is JSON', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...storeNames),
        fc.anything({ withNullPrototype: true }),
        (store, value) => {
          const row = validRow(store, value)
          if (row !== null) expect(validRow(store, JSON.parse(JSON.stringify(row)))).toEqual(row)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
