/** What holds for any history that meets another one, goes back, or loses a period. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type StoredRow } from '../../lib/core/merge.ts'
import { storeNames } from '../../lib/core/records.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { readJournal } from '../../lib/store/packs.ts'
import { valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { noon } from '../contract/samples.ts'
import { everything } from '../contract/whole.ts'
import { storedRow } from './arbitraries.ts'
import { act, dump, newWorld, type World } from './world.ts'

const manyRows = fc.array(storedRow, { maxLength: 15 })
const source = (number: number) => ({ id: testId(noon, 9_000 + number), format: 'thaw' })

const all = (history: OpenHistory) => everything({ records: history, whole: history.whole })

const journalRows = async ({ keyValue }: World): Promise<readonly string[]> => {
  const { rows } = await readJournal(keyValue)
  return storeNames
    .flatMap(store => [...(rows.get(store)?.values() ?? [])].map(row => `${store} ${canonicalJson(row)}`))
    .toSorted()
}

const databaseRows = async (history: OpenHistory): Promise<readonly string[]> =>
  (await all(history)).rows.map(({ store, row }) => `${store} ${canonicalJson(row)}`).toSorted()

/** Both copies hold the same, and the days are those of the records. */
const expectWhole = async (history: OpenHistory, world: World) => {
  const found = valueIn(await history.whole.check())
  expect({ ...found, rows: 0, orphans: 0 }).toEqual({
    rows: 0,
    invalid: {},
    days: 0,
    orphans: 0,
    uncopied: 0,
    unopened: 0,
  })
  expect(await databaseRows(history)).toEqual(await journalRows(world))
  expect(valueIn(await history.checkCounts())).toBe(true)
}

describe('histories that meet', () => {
  test('become the same in whatever order, and meeting again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(manyRows, manyRows, async (one, other) => {
        const [world, mirror] = [newWorld(), newWorld()]
        const [history, mirrored] = [world.open(), mirror.open()]
        valueIn(await history.whole.bring(source(1), one))
        const expected = valueIn(await history.whole.compare(other))
        expect(valueIn(await history.whole.bring(source(2), other))).toEqual(expected)
        valueIn(await mirrored.whole.bring(source(3), other))
        valueIn(await mirrored.whole.bring(source(4), one))
        const merged = await all(history)
        expect(await all(mirrored)).toEqual(merged)
        await expectWhole(history, world)
        const kept = new Map(world.keyValue.kept)
        for (const rows of [one, other, merged.rows as readonly StoredRow[]])
          expect(valueIn(await history.whole.bring(source(5), rows))).toMatchObject({ added: 0, changed: 0 })
        expect(world.keyValue.kept).toEqual(kept)
        expect(await all(history)).toEqual(merged)
        await world.wipe()
        expect(await all(world.open())).toEqual(merged)
        for (const each of [world, mirror]) await each.wipe()
      }),
      { numRuns: 60 },
    )
  })

  test('part again as they were, in both copies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), manyRows, async (acts, rows) => {
        const world = newWorld()
        const history = world.open()
        for (const one of acts) await one(history, world)
        const before = [await all(history), await journalRows(world)]
        valueIn(await history.whole.bring(source(1), rows))
        const isBrought = valueIn(await history.whole.imports()).length > 0
        expect(valueIn(await history.whole.takeBack(source(1).id))).toBe(isBrought)
        expect([await all(history), await journalRows(world)]).toEqual(before)
        await expectWhole(history, world)
        const { added, changed } = valueIn(await history.whole.compare(rows)) ?? { added: 0, changed: 0 }
        expect(added + changed > 0).toBe(isBrought)
        await world.wipe()
        expect(await all(world.open())).toEqual(before[0])
        await world.wipe()
      }),
      { numRuns: 60 },
    )
  })
})

/** Something done to the whole history; the number tells one import from another. */
const wholeAct: fc.Arbitrary<(history: OpenHistory, world: World, number: number) => Promise<unknown>> =
  fc.oneof(
    manyRows.map(
      rows => (history: OpenHistory, _: World, number: number) => history.whole.bring(source(number), rows),
    ),
    fc.nat({ max: 20 }).map(which => async (history: OpenHistory) => {
      const imports = valueIn(await history.whole.imports())
      const told = imports[which % Math.max(1, imports.length)]
      if (told === undefined) return
      expect(valueIn(await history.whole.takeBack(told.id))).toBe(told.untouched)
    }),
    fc
      .tuple(fc.constantFrom('2026-11-22', '2026-11-23', '2026-12-01'), fc.nat({ max: 20 }))
      .map(([from, days]) => async (history: OpenHistory) => {
        const to = Temporal.PlainDate.from(from).add({ days }).toString()
        const expected = valueIn(await history.whole.inPeriod(from, to))
        expect(valueIn(await history.whole.removePeriod(from, to))).toBe(expected)
        expect(valueIn(await history.whole.inPeriod(from, to))).toBe(0)
      }),
  )

describe('whatever is done', () => {
  test('both copies hold the same, and the days are those of the records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(act, wholeAct), { minLength: 2, maxLength: 14 }), async acts => {
        const world = newWorld()
        const history = world.open()
        for (const [number, one] of acts.entries()) await one(history, world, number)
        await expectWhole(history, world)
        const before = await all(history)
        await world.wipe()
        expect(await all(world.open())).toEqual(before)
        expect((await world.open().recoveries.unread())?.missing ?? 0).toBe(0)
        const { meta } = await dump(world.name)
        expect(meta?.length).toBeLessThan(2)
        await world.wipe()
      }),
      { numRuns: 80 },
    )
  })
})
