/** Every database goes, whatever is in it and whoever has it open; and a Thaw that was never used is told from one that was. */
import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
import { canaryKey } from '../../lib/store/canary.ts'
import { eraseDatabases } from '../../lib/store/erase-databases.ts'
import { neverUsed } from '../../lib/store/never-used.ts'
import { valueIn } from '../contract/assert.ts'
import { memoryKeyValue, testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { memoryFiles } from '../support/private-files.ts'
import { newWorld } from './world.ts'

const there = async () => (await indexedDB.databases()).map(({ name }) => name)

afterEach(async () => {
  await eraseDatabases(1_000)
})

test('a history that others have open goes, and they go on with an empty one', async () => {
  const world = newWorld()
  const [one, other] = [world.open(), world.open()]
  for (const history of [one, other])
    valueIn(await history.save('checkIns', testId(noon, 1), () => checkInFields(noon, { felt: 3 })))
  await openDB('folder', 3, { upgrade: database => void database.createObjectStore('handles') }).then(db =>
    db.close(),
  )
  world.keyValue.kept.clear()
  expect(await eraseDatabases(1_000)).toEqual({ found: true, left: 'nothing' })
  expect(await there()).toEqual([])
  expect(await eraseDatabases(1_000)).toEqual({ found: false, left: 'nothing' })
  expect(valueIn(await other.get('checkIns', testId(noon, 1)))).toBe(null)
})

test('one that somebody does not let go of is empty at least, and goes when they do', async () => {
  const stubborn = await openDB('thaw', 1, {
    upgrade: database => void database.createObjectStore('checkIns', { keyPath: 'id' }),
  })
  await stubborn.put('checkIns', { id: 'a', note: 'mine' })
  expect(await eraseDatabases(50)).toEqual({ found: true, left: 'shell' })
  expect(await stubborn.getAll('checkIns')).toEqual([])
  stubborn.close()
  await expect.poll(there).toEqual([])
})

test('a Thaw that was used keeps a database, a mark, a second copy or a daily one', async () => {
  const unused = memoryKeyValue([['settings', '{}']])
  const files = memoryFiles()
  expect(await neverUsed(unused, files)).toBe(true)
  expect(await neverUsed(memoryKeyValue([[canaryKey, '{}']]), files)).toBe(false)
  expect(await neverUsed(memoryKeyValue([['history/pack/2026-01', '{}']]), files)).toBe(false)
  ;(await openDB('thaw-2')).close()
  expect(await neverUsed(unused, files)).toBe(false)
  await eraseDatabases(1_000)
  const database = await openDB('thaw', 1)
  database.close()
  expect(await neverUsed(unused, files)).toBe(false)
})

test('daily copies alone are left by a Thaw that was used, and what a killed browser left half-written is no copy', async () => {
  const files = memoryFiles()
  files.kept.set('thaw-2027-05-05T03-30-00.json.part', new Uint8Array(1))
  files.kept.set('thaw-2027-99-05T03-30-00.json', new Uint8Array(1))
  expect(await neverUsed(memoryKeyValue(), files)).toBe(true)
  files.kept.set('thaw-2027-05-05T03-30-00.json', new Uint8Array(1))
  expect(await neverUsed(memoryKeyValue(), files)).toBe(false)
})

test('a browser that gives out no files has kept none', async () => {
  const list = () => Promise.reject(new DOMException('', 'SecurityError'))
  expect(await neverUsed(memoryKeyValue(), { list })).toBe(true)
})
