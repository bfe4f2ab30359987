/** Of a damaged database everything is saved that a browser still gives, whatever lies in between, and whichever way it refuses. */

import type { IDBPDatabase } from 'idb'
import { afterEach, expect, test } from 'vitest'
import type { Id } from '../../lib/core/records.ts'
import { readableRows } from '../../lib/store/readable-rows.ts'
import { rescue } from '../../lib/store/rescue.ts'
import { valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { newWorld } from './world.ts'

const { getAll } = IDBObjectStore.prototype
const refused = ['get', 'getAllKeys', 'openKeyCursor', 'openCursor'] as const
const ways = refused.map(way => [way, IDBObjectStore.prototype[way]] as const)

const repair = () => {
  IDBObjectStore.prototype.getAll = getAll
  for (const [way, asBefore] of ways) Object.assign(IDBObjectStore.prototype, { [way]: asBefore })
}

afterEach(repair)

/** Reading any of `bad` is an error that ends the connection, as in Chromium's SQLite, or gives null; there is no other way to it. */
const damage = (ids: readonly Id[], bad: ReadonlySet<Id>, silently: boolean) => {
  for (const way of refused)
    Object.assign(IDBObjectStore.prototype, {
      [way]: () => {
        throw new Error('The browser ends')
      },
    })
  IDBObjectStore.prototype.getAll = function (query, count) {
    if (this.name !== 'checkIns') return getAll.call(this, query, count)
    const range = query instanceof IDBKeyRange ? query : null
    const given = ids.filter(id => range?.includes(id) ?? true).slice(0, count)
    const request = getAll.call(this, query, count)
    if (given.some(id => bad.has(id))) {
      if (!silently) {
        this.transaction.db.close()
        throw new DOMException('Seek failure', 'UnknownError')
      }
      request.addEventListener('success', () => {
        for (const [place, row] of request.result.entries()) if (bad.has(row.id)) request.result[place] = null
      })
    }
    return request
  }
}

/** `known` says which of the records stand in the second copy as well. */
const rescued = async (bad: readonly number[], known: 'all' | 'none' | 'bad', silently = false) => {
  const world = newWorld()
  const history = world.open()
  const numbers = Array.from({ length: 40 }, (_, number) => number)
  for (const number of numbers)
    valueIn(await history.save('checkIns', testId(noon, number), () => checkInFields(noon, { felt: 4 })))
  await world.close()
  const ids = numbers.map(number => testId(noon, number)).sort()
  const bads = new Set(bad.map(number => ids[number] ?? ''))
  const { kept } = world.keyValue
  for (const key of kept.keys())
    if (known === 'none' || (known === 'bad' && !bads.has(key.split('/').at(-1) ?? ''))) kept.delete(key)
  damage(ids, bads, silently)
  const found = await rescue(world.keyValue)
  const rows = valueIn(await found.rows('checkIns', { limit: 100 }))
  repair()
  const saved = new Set(rows.map(({ row }) => row.id))
  await world.wipe()
  return numbers.filter(number => !saved.has(ids[number] ?? ''))
}

test.each([[[]], [[0]], [[39]], [[3, 4, 5, 20]], [[0, 2, 4, 6, 38, 39]]])(
  'all but %j is saved from the database alone',
  async bad => {
    expect(await rescued(bad, 'none')).toEqual(bad)
    expect(await rescued(bad, 'none', true)).toEqual(bad)
  },
)

test('what the second copy has is saved as well', async () => {
  expect(await rescued([3, 4, 5, 20], 'all')).toEqual([])
  expect(await rescued([3, 4, 5, 20], 'all', true)).toEqual([])
  expect(await rescued([0, 3, 4, 5, 20, 39], 'bad')).toEqual([])
})

test('rows that come as nothing, as many as are asked for at once, end nothing', async () => {
  const ids = Array.from({ length: 600 }, (_, number) => number.toString(16).padStart(3, '0'))
  const isBad = (id: Id) => id >= '014' && id < '226'
  const given: Id[] = []
  const getAll = async (_: string, range: IDBKeyRange, count: number) =>
    ids
      .filter(id => range.includes(id))
      .slice(0, count)
      .map(id => (isBad(id) ? null : { id }))
  const database = { getAll, close: () => {} } as unknown as IDBPDatabase
  const found = (row: unknown) => {
    if (row !== null) given.push((row as { readonly id: Id }).id)
  }
  await readableRows(
    { connect: async () => database, store: 'checkIns', known: ids.filter(isBad), found },
    10_000,
  )
  expect(given).toEqual(ids.filter(id => !isBad(id)))
})
