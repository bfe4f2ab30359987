/** A database that the browser holds and cannot read gives way to one that is filled from the second copy, and never without need. */
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { heal } from '../../lib/store/heal.ts'
import { journalKey } from '../../lib/store/journal.ts'
import { openHistory } from '../../lib/store/open.ts'
import type { Upgrade } from '../../lib/store/upgrades.ts'
import { upgrades } from '../../lib/store/upgrades.ts'
import { problemIn, valueIn } from '../contract/assert.ts'
import { testChance, testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { inOrder } from '../contract/whole.ts'
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

/** Opens it as it lies and lays `change` over what it holds. */
const spoil = async (
  name: string,
  change: (database: Awaited<ReturnType<typeof openDB>>) => Promise<unknown>,
) => {
  const database = await openDB(name)
  await change(database)
  database.close()
}

test.each([{ left: [] }, { left: ['time'] }])(
  'one with no more indexes than $left is filled anew',
  async ({ left }) => {
    const { world, before } = await filled()
    const raw = await openDB(world.name)
    const rows = await Promise.all(
      [...raw.objectStoreNames].map(async store => [store, await raw.getAll(store)] as const),
    )
    raw.close()
    await deleteDB(world.name)
    const bare = await openDB(world.name, 1, {
      upgrade: database => {
        for (const [name] of rows) {
          const store = database.createObjectStore(name, { keyPath: name === 'days' ? 'day' : 'id' })
          if (name !== 'days' && name !== 'meta')
            for (const index of left) store.createIndex(index, ['at', 'id'])
        }
      },
    })
    for (const [store, ofStore] of rows) for (const row of ofStore) await bare.put(store, row)
    bare.close()
    const history = world.open()
    valueIn(await history.settleRemovals())
    expect(await state(history)).toEqual(before)
    expect((await history.recoveries.unread())?.restored).toBe(3)
  },
)

test('what nobody has read yet is found by the count of a session, and by a check', async () => {
  for (const find of ['count', 'check'] as const) {
    const { world, before } = await filled()
    unreadable.add(world.name)
    IDBObjectStore.prototype.getAll = function (...given: Parameters<typeof getAll>) {
      if (unreadable.has(this.transaction.db.name) && this.name === 'checkIns') throw unknown()
      return getAll.apply(this, given)
    }
    const history = world.open()
    // It opens, and gives single rows.
    expect(valueIn(await history.get('checkIns', testId(noon, 1)))?.felt).toBe(4)
    if (find === 'count') expect(valueIn(await history.checkCounts())).toBe(false)
    else expect(valueIn(await history.whole.check())).toEqual(inOrder(3))
    expect(await state(history)).toEqual(before)
    expect((await history.recoveries.unread())?.restored).toBe(3)
    expect(valueIn(await history.checkCounts())).toBe(true)
    await world.close()
  }
})

test('a row that is counted and not given, and one that is out of its place in time, are damage', async () => {
  const { getAll: getAllByTime } = IDBIndex.prototype
  for (const place of ['checkIns', 'days', 'time'] as const) {
    const { world, before } = await filled()
    const parts = { ...partsOf(world), databaseName: world.name }
    let isDamaged = true
    IDBObjectStore.prototype.getAll = function (...given: Parameters<typeof getAll>) {
      const request = getAll.apply(this, given)
      if (isDamaged && this.name === place) request.addEventListener('success', () => request.result.pop())
      return request
    }
    IDBIndex.prototype.getAll = function (...given: Parameters<typeof getAllByTime>) {
      const request = getAllByTime.apply(this, given)
      if (isDamaged && place === 'time' && this.objectStore.name === 'checkIns')
        request.addEventListener('success', () => request.result.reverse())
      return request
    }
    try {
      expect(await heal(parts, world.name, unknown())).toEqual({ name: world.name, again: true })
    } finally {
      isDamaged = false
      IDBIndex.prototype.getAll = getAllByTime
    }
    expect((await world.open().recoveries.unread())?.restored).toBe(3)
    expect(await state(world.open())).toEqual(before)
    await world.close()
  }
})

test('everyone is told once something came back', async () => {
  const { world, before } = await filled()
  let told = 0
  const restored = () => {
    told += 1
  }
  const parts = { ...partsOf(world), databaseName: world.name, restored }
  const history = openHistory(parts)
  expect(await state(history)).toEqual(before)
  expect(told).toBe(0)
  unreadable.add(world.name)
  valueIn(await history.checkCounts())
  await history.close()
  expect(told).toBe(1)
})

test('what damage has changed within a row comes back, and never spreads to the second copy', async () => {
  const { world, before } = await filled()
  const id = testId(noon, 2)
  await spoil(world.name, async database => {
    const row = await database.get('checkIns', id)
    await database.put('checkIns', { ...row, note: '\u00a5'.repeat(9) })
  })
  const history = world.open()
  expect(valueIn(await history.whole.check())).toEqual({ ...inOrder(3), uncopied: 1 })
  valueIn(await history.whole.putRight())
  expect(valueIn(await history.whole.check())).toEqual(inOrder(3))
  expect(await state(history)).toEqual(before)
  expect((await history.recoveries.unread())?.restored).toBe(1)
})

test.each([1, 2])(
  'the damaged one is not even opened where another is in use, put there by %i at once',
  async pages => {
    const { world, before } = await filled()
    unreadable.add(world.name)
    stuck.add(world.name)
    const { open } = IDBFactory.prototype
    const opened: string[] = []
    IDBFactory.prototype.open = function (...given: Parameters<typeof open>) {
      opened.push(given[0])
      return open.apply(this, given)
    }
    try {
      const found = await Promise.all(Array.from({ length: pages }, () => state(world.open())))
      expect(found).toEqual(Array.from({ length: pages }, () => before))
      expect((await indexedDB.databases()).some(({ name }) => name === `${world.name}-3`)).toBe(false)
      await world.close()
      opened.splice(0)
      expect(await state(world.open())).toEqual(before)
      expect(new Set(opened)).toEqual(new Set([`${world.name}-2`]))
    } finally {
      IDBFactory.prototype.open = open
    }
  },
)

test('a database that is filled and of which the browser then says nothing is opened again', async () => {
  const { world, before } = await filled()
  await world.wipe()
  const { transaction } = IDBDatabase.prototype
  let silent = 1
  IDBDatabase.prototype.transaction = function (...given: Parameters<typeof transaction>) {
    const made = transaction.apply(this, given)
    if (given[1] === 'readwrite' && silent > 0) {
      silent -= 1
      made.addEventListener('complete', event => event.stopImmediatePropagation())
    }
    return made
  }
  try {
    const history = world.open({ patience: 50 })
    expect(await state(history)).toEqual(before)
    expect(silent).toBe(0)
    expect((await history.recoveries.unread())?.restored).toBe(3)
  } finally {
    IDBDatabase.prototype.transaction = transaction
  }
})

test('a look that could not be made is made another time', async () => {
  const { world } = await filled()
  const parts = { ...partsOf(world), databaseName: world.name }
  const { databases } = IDBFactory.prototype
  unreadable.add(world.name)
  IDBFactory.prototype.databases = async () => {
    throw unknown()
  }
  await expect(heal(parts, world.name, unknown())).rejects.toMatchObject({ name: 'UnknownError' })
  IDBFactory.prototype.databases = databases
  expect(await heal(parts, world.name, unknown())).toEqual({ name: world.name, again: true })
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
