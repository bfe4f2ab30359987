/** A database that the browser holds and cannot read gives way to one that is filled from the second copy, and never without need. */
import { openDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { heal } from '../../lib/store/heal.ts'
import { journalKey } from '../../lib/store/journal.ts'
import type { Upgrade } from '../../lib/store/upgrades.ts'
import { upgrades } from '../../lib/store/upgrades.ts'
import { problemIn, valueIn } from '../contract/assert.ts'
import { testChance, testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { newWorld, state, type World } from './world.ts'

const idle: Upgrade = () => {}
const unknown = () => new DOMException('Internal error', 'UnknownError')

/** Names of databases of which the browser reads no rows, and of those that it does not delete either. */
const unreadable = new Set<string>()
const stuck = new Set<string>()
const { getAll, getAllKeys } = IDBObjectStore.prototype
const remove = IDBFactory.prototype.deleteDatabase

beforeEach(() => {
  unreadable.clear()
  stuck.clear()
  IDBObjectStore.prototype.getAll = function (...given: Parameters<typeof getAll>) {
    if (unreadable.has(this.transaction.db.name)) throw unknown()
    return getAll.apply(this, given)
  }
  IDBFactory.prototype.deleteDatabase = function (name) {
    if (stuck.has(name)) throw unknown()
    unreadable.delete(name)
    return remove.call(this, name)
  }
})
afterEach(() => {
  IDBObjectStore.prototype.getAll = getAll
  IDBObjectStore.prototype.getAllKeys = getAllKeys
  IDBFactory.prototype.deleteDatabase = remove
})

const filled = async () => {
  const world = newWorld()
  const history = world.open()
  for (const number of [1, 2, 3]) {
    world.clock.forward(1)
    valueIn(await history.save('checkIns', testId(noon, number), () => checkInFields(noon, { felt: 4 })))
  }
  const before = await state(history)
  await world.close()
  return { world, before }
}

const partsOf = ({ clock, keyValue, locks }: World) => ({
  clock,
  chance: testChance(),
  keyValue,
  locks,
})

const dropLine = ({ keyValue }: World) => {
  const line = [...keyValue.kept.keys()].find(key => journalKey(key)?.kind === 'line')
  keyValue.kept.delete(line ?? '')
}

const rowsIn = async (name: string): Promise<number> => {
  const database = await openDB(name)
  const count = await database.count('checkIns')
  database.close()
  return count
}

test('one that cannot be read is filled anew, and what was asked is answered', async () => {
  const { world, before } = await filled()
  unreadable.add(world.name)
  expect(await state(world.open())).toEqual(before)
  expect((await world.open().recoveries.unread())?.restored).toBe(3)
  expect(await rowsIn(world.name)).toBe(3)
})

test('one that the browser does not even delete is left aside, now and at the next start', async () => {
  const { world, before } = await filled()
  unreadable.add(world.name)
  stuck.add(world.name)
  expect(await state(world.open())).toEqual(before)
  expect(await rowsIn(`${world.name}-2`)).toBe(3)
  const told = await world.open().recoveries.unread()
  await world.close()

  // The other one holds everything by now, also where the second copy does no longer.
  dropLine(world)
  expect(await state(world.open())).toEqual(before)
  expect(await world.open().recoveries.unread()).toEqual(told)
})

test('where the second copy does not hold everything, nothing is deleted', async () => {
  const { world } = await filled()
  unreadable.add(world.name)
  dropLine(world)
  expect(problemIn(await world.open().all('checkIns'))).toEqual({ kind: 'failed', name: 'UnknownError' })
  unreadable.clear()
  expect(await rowsIn(world.name)).toBe(3)
})

test('values that come as nothing, without an error, are as good as unreadable', async () => {
  const { world, before } = await filled()
  IDBObjectStore.prototype.getAll = function (...given: Parameters<typeof getAll>) {
    return getAll.apply(this, unreadable.has(this.transaction.db.name) ? [IDBKeyRange.only('none')] : given)
  }
  unreadable.add(world.name)
  const parts = { ...partsOf(world), databaseName: world.name }
  expect(await heal(parts, world.name, new TypeError('of null'))).toEqual({ name: world.name, again: true })
  expect(await state(world.open())).toEqual(before)
})

test('the look asks for no keys alone, at which a browser with a damaged one may end', async () => {
  const { world, before } = await filled()
  const asked: string[] = []
  IDBObjectStore.prototype.getAllKeys = function (...given: Parameters<typeof getAllKeys>) {
    asked.push(this.name)
    return getAllKeys.apply(this, given)
  }
  const parts = { ...partsOf(world), databaseName: world.name }
  expect(await heal(parts, world.name, unknown())).toEqual({ name: world.name, again: true })
  unreadable.add(world.name)
  const damaged = { ...partsOf(world), databaseName: world.name }
  expect(await heal(damaged, world.name, unknown())).toEqual({ name: world.name, again: true })
  expect(asked).toEqual([])
  expect(await state(world.open())).toEqual(before)
})

test('rows that do not say where they lie are as good as unreadable, and end no look in a circle', async () => {
  const { world, before } = await filled()
  IDBObjectStore.prototype.getAll = function (...given: Parameters<typeof getAll>) {
    const request = getAll.apply(this, given)
    if (unreadable.has(this.transaction.db.name) && this.name === 'checkIns')
      request.addEventListener('success', () => request.result.reverse())
    return request
  }
  unreadable.add(world.name)
  const parts = { ...partsOf(world), databaseName: world.name }
  expect(await heal(parts, world.name, new TypeError('of null'))).toEqual({ name: world.name, again: true })
  expect(await state(world.open())).toEqual(before)
})

test('a sound one that opens too late is none that is damaged', async () => {
  const { world } = await filled()
  const stubborn = await openDB(world.name)
  const parts = { ...partsOf(world), steps: [...upgrades, idle], patience: 20 }
  await expect(heal(parts, world.name, unknown())).rejects.toMatchObject({ name: 'TimeoutError' })
  stubborn.close()
  expect(await rowsIn(world.name)).toBe(3)
})

test('other errors are no reason to look, and once is enough', async () => {
  const { world } = await filled()
  unreadable.add(world.name)
  const parts = partsOf(world)
  expect(await heal(parts, world.name, new DOMException('', 'QuotaExceededError'))).toBeNull()
  expect(await heal(parts, world.name, new DOMException('', 'TimeoutError'))).toBeNull()
  const first = heal(parts, world.name, unknown())
  const second = heal(parts, world.name, unknown())
  expect(await Promise.all([first, second])).toEqual(Array(2).fill({ name: world.name, again: true }))
  unreadable.add(world.name)
  await heal(parts, world.name, unknown())
  expect([...unreadable]).toEqual([world.name])
})
