import { forceCloseDatabase } from 'fake-indexeddb'
import { openDB, unwrap } from 'idb'
import { describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../lib/store/db.ts'
import type { Upgrade } from '../../lib/store/upgrades.ts'
import { upgrades } from '../../lib/store/upgrades.ts'
import { problemIn, valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, edited, noon } from '../contract/samples.ts'
import { dump, newWorld } from './world.ts'

const id = testId(noon, 1)

const filledWorld = async () => {
  const world = newWorld()
  valueIn(await world.open().save('checkIns', id, () => checkInFields(noon, { felt: 4 })))
  await world.close()
  return world
}

const idle: Upgrade = () => {}

const failing: { readonly [name: string]: Upgrade } = {
  'throws at once': database => {
    database.deleteObjectStore('checkIns')
    throw new RangeError('Bad step')
  },
  'rejects later': async (database, transaction) => {
    const rows = await transaction.objectStore('checkIns').getAll()
    for (const row of rows) await transaction.objectStore('checkIns').delete(row.id)
    database.deleteObjectStore('words')
    throw new RangeError('Bad step')
  },
}

describe('upgrades', () => {
  test.for(Object.entries(failing))('a step that %s leaves everything as it was', async ([, step]) => {
    const world = await filledWorld()
    const before = await dump(world.name)
    const found = await world.open({ steps: [...upgrades, idle, step] }).all('checkIns')
    expect(problemIn(found)).toEqual({ kind: 'failed', name: 'RangeError' })
    await world.close()
    expect(await dump(world.name)).toEqual(before)
    expect(valueIn(await world.open().get('checkIns', id))?.felt).toBe(4)
  })

  test('steps are taken in turn, once', async () => {
    const world = await filledWorld()
    const taken: number[] = []
    const step =
      (number: number): Upgrade =>
      async (_database, transaction) => {
        taken.push(number, await transaction.objectStore('checkIns').count())
      }
    const steps = [...upgrades, step(2), step(3)]
    expect(valueIn(await world.open({ steps }).all('checkIns'))).toHaveLength(1)
    await world.close()
    expect(valueIn(await world.open({ steps }).all('checkIns'))).toHaveLength(1)
    expect(taken).toEqual([2, 1, 3, 1])
  })

  test('a database of a newer Thaw is left alone', async () => {
    const world = await filledWorld()
    await world.open({ steps: [...upgrades, idle] }).all('checkIns')
    await world.close()
    const [before, keys] = [await dump(world.name), new Map(world.keyValue.kept)]
    const history = world.open()
    expect(problemIn(await history.all('checkIns'))).toEqual({ kind: 'newer' })
    expect(problemIn(await history.save('checkIns', id, edited({ felt: 1 })))).toEqual({ kind: 'newer' })
    expect(problemIn(await history.checkCounts())).toEqual({ kind: 'newer' })
    expect(await history.recoveries.unread()).toBeNull()
    await world.close()
    expect([await dump(world.name), world.keyValue.kept]).toEqual([before, keys])
  })
})

describe('several pages', () => {
  test('an open page makes way for an upgrade at once, and says it is the older one', async () => {
    const world = await filledWorld()
    const older = world.open()
    valueIn(await older.all('checkIns'))
    const newer = world.open({ steps: [...upgrades, idle], patience: 2_000 })
    expect(valueIn(await newer.all('checkIns'))).toHaveLength(1)
    expect(problemIn(await older.all('checkIns'))).toEqual({ kind: 'newer' })
    valueIn(await newer.save('checkIns', id, edited({ felt: 2 })))
  })

  test('a page that does not make way is not waited for for ever', async () => {
    const world = await filledWorld()
    const stubborn = await openDB(world.name)
    const newer = world.open({ steps: [...upgrades, idle], patience: 20 })
    expect(problemIn(await newer.all('checkIns'))).toEqual({ kind: 'failed', name: 'TimeoutError' })
    const { close } = IDBDatabase.prototype
    let closed = 0
    try {
      IDBDatabase.prototype.close = function () {
        closed += 1
        return close.call(this)
      }
      stubborn.close()
      // What opens too late is of no use to anyone.
      await vi.waitFor(() => expect(closed).toBe(2))
    } finally {
      IDBDatabase.prototype.close = close
    }
    expect(valueIn(await newer.all('checkIns'))).toHaveLength(1)
  })
})

describe('a connection', () => {
  test('that the browser ended is opened again, for reading and for writing', async () => {
    const world = await filledWorld()
    const history = world.open()
    const { transaction } = IDBDatabase.prototype
    let used: IDBDatabase | null = null
    let connections = 0
    const end = () => {
      if (used === null) throw new Error('Nothing was used')
      forceCloseDatabase(used as never)
    }
    try {
      IDBDatabase.prototype.transaction = function (...given) {
        connections += Number(used !== this)
        used = this
        return transaction.apply(this, given)
      }
      valueIn(await history.all('checkIns'))
      end()
      expect(valueIn(await history.get('checkIns', id))?.felt).toBe(4)
      end()
      valueIn(await history.save('checkIns', id, edited({ felt: 2 })))
      // Closed without a word: only the next transaction finds out.
      ;(used as IDBDatabase | null)?.close()
      expect(valueIn(await history.get('checkIns', id))?.felt).toBe(2)
      ;(used as IDBDatabase | null)?.close()
      valueIn(await history.save('checkIns', id, edited({ felt: 1 })))
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
    expect(connections).toBe(5)
  })

  test('says when the browser ended it', async () => {
    const world = newWorld()
    let lost = 0
    const database = await openDatabase({ name: world.name, lost: () => (lost += 1) })
    forceCloseDatabase(unwrap(database) as never)
    expect(lost).toBe(1)
  })

  test('that cannot be opened is a problem and changes nothing; a later one may do', async () => {
    const world = await filledWorld()
    const keys = new Map(world.keyValue.kept)
    const { open } = indexedDB
    const history = world.open()
    try {
      indexedDB.open = () => {
        throw new DOMException('Internal error opening database', 'UnknownError')
      }
      const failed = { kind: 'failed', name: 'UnknownError' }
      expect(problemIn(await history.all('checkIns'))).toEqual(failed)
      expect(problemIn(await history.save('checkIns', id, edited({ felt: 1 })))).toEqual(failed)
    } finally {
      indexedDB.open = open
    }
    expect(world.keyValue.kept).toEqual(keys)
    expect(valueIn(await history.get('checkIns', id))?.felt).toBe(4)
  })
})
