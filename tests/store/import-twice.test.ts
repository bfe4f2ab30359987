/** Files of other apps and tables of Thaw's own, brought into a real history once, twice, and taken back. */
import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { StoredRow } from '../../lib/core/merge.ts'
import { canonicalJson, winner } from '../../lib/core/merge.ts'
import type { CheckIn, Step } from '../../lib/core/records.ts'
import { writeCsv } from '../../lib/store/formats/csv-write.ts'
import { readFile } from '../../lib/store/formats/recognise.ts'
import { tagKey, toRows } from '../../lib/store/formats/to-rows.ts'
import { valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, edited, meetingOf, noon } from '../contract/samples.ts'
import { bytesOf, foreignFile, foreignFiles } from '../support/foreign-files.ts'
import { record } from './arbitraries.ts'
import { newWorld, state, type World } from './world.ts'

let world: World | null = null

const openWorld = () => {
  world = newWorld()
  return world.open()
}

afterEach(async () => {
  await world?.wipe()
})

const rowsOf = async (
  name: string,
  now = noon,
  tags: ReadonlyMap<string, string> = new Map(),
): Promise<readonly StoredRow[]> => {
  const read = await readFile(foreignFile(name), now)
  if (read.kind !== 'foreign') throw new Error(`${name} is read as ${read.kind}`)
  const moods = new Map<string, Step | null>(read.read.moods.map(({ key, suggested }) => [key, suggested]))
  return toRows(read.read, { moods, zone: 'Europe/Berlin', now, tags }).rows
}

test.each(foreignFiles)(
  '%s brought in twice changes nothing, and is gone once it is taken back',
  async name => {
    const history = openWorld()
    const before = await state(history)
    const rows = await rowsOf(name)
    const first = valueIn(await history.whole.bring({ id: testId(noon, 1), format: 'x' }, rows))
    expect(first).toEqual(meetingOf({ added: rows.length }))
    const after = await state(history)
    // A later day, the same file.
    const again = await rowsOf(name, noon + 40 * 24 * 3_600_000)
    expect(valueIn(await history.whole.compare(again))).toEqual(meetingOf({ same: rows.length }))
    await history.whole.bring({ id: testId(noon, 2), format: 'x' }, again)
    expect(await state(history)).toEqual(after)
    expect(valueIn(await history.whole.takeBack(testId(noon, 1)))).toBe(true)
    expect(await state(history)).toEqual(before)
    // What was taken back can be brought in once more.
    const third = valueIn(await history.whole.bring({ id: testId(noon, 3), format: 'x' }, rows))
    expect(third?.added).toBe(rows.length)
  },
)

test.each(foreignFiles)('%s brought in again once tags are called otherwise changes nothing', async name => {
  const history = openWorld()
  const bring = async (number: number, rows: readonly StoredRow[]) => {
    const fitted = valueIn(await history.whole.fitted({ format: 'x', rows })) ?? []
    const met = valueIn(await history.whole.compare(fitted))
    valueIn(await history.whole.bring({ id: testId(noon, number), format: 'x' }, fitted))
    return met
  }
  const plain = await rowsOf(name)
  const own = plain.flatMap(({ store, row }) => (store === 'tags' && 'label' in row ? [row.label ?? ''] : []))
  const calledSo = await rowsOf(name, noon, new Map(own.map(label => [tagKey(label), `own-${label}`])))
  expect((await bring(1, calledSo))?.added).toBe(calledSo.length)
  const before = await state(history)
  expect(await bring(2, plain)).toMatchObject({ added: 0, changed: 0 })
  expect(await state(history)).toEqual(before)
})

test('of the tags that came with a file, those that another check-in names stay when it is taken back, and no others', async () => {
  const history = openWorld()
  const rows = await rowsOf('daylio-now.csv')
  const tags = rows.flatMap(({ store, row }) => (store === 'tags' ? [row.id] : []))
  valueIn(await history.whole.bring({ id: testId(noon, 1), format: 'x' }, rows))
  valueIn(
    await history.save('checkIns', testId(noon, 2), () => checkInFields(noon, { tags: tags.slice(0, 1) })),
  )
  expect(valueIn(await history.whole.takeBack(testId(noon, 1)))).toBe(true)
  expect(valueIn(await history.all('tags')).map(({ id }) => id)).toEqual(tags.slice(0, 1))
  expect(valueIn(await history.all('checkIns'))).toHaveLength(1)
  expect(valueIn(await history.whole.check())).toMatchObject({ days: 0, uncopied: 0 })
})

test('what was changed after an import stands when the file is brought in again', async () => {
  const history = openWorld()
  const rows = await rowsOf('daylio-now.csv')
  await history.whole.bring({ id: testId(noon, 1), format: 'x' }, rows)
  const checkIn = rows.find(({ store }) => store === 'checkIns')?.row as CheckIn
  valueIn(await history.save('checkIns', checkIn.id, edited({ note: 'mine' })))
  await history.whole.bring({ id: testId(noon, 2), format: 'x' }, rows)
  expect(valueIn(await history.get('checkIns', checkIn.id))?.note).toBe('mine')
})

test('a history, its table, and an empty history that reads the table hold the same check-ins', async () => {
  const now = noon + 100 * 24 * 3_600_000
  const labels = { word: (id: string) => id, tag: (id: string) => id }
  await fc.assert(
    fc.asyncProperty(fc.array(record('checkIns'), { maxLength: 6 }), async records => {
      const history = openWorld()
      async function* batches() {
        yield records
      }
      const text = (await Array.fromAsync(writeCsv(batches(), labels))).join('')
      const read = await readFile(bytesOf(text), now)
      if (read.kind !== 'csv') throw new Error(read.kind)
      await history.whole.bring({ id: testId(noon, 1), format: 'csv' }, read.rows)
      expect(valueIn(await history.whole.compare(read.rows))).toMatchObject({ added: 0, changed: 0 })
      const best = new Map<string, CheckIn>()
      for (const one of records) best.set(one.id, winner(best.get(one.id) ?? one, one))
      const order = (rows: readonly CheckIn[]) =>
        canonicalJson(rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
      expect(order(valueIn(await history.all('checkIns')))).toBe(order([...best.values()]))
      await world?.wipe()
    }),
    { numRuns: 25 },
  )
})
