import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { KeyValue, Locks } from '../../lib/app/ports.ts'
import { canaryKey } from '../../lib/store/canary.ts'
import { journalKey } from '../../lib/store/journal.ts'
import { problemIn, valueIn } from '../contract/assert.ts'
import { memoryKeyValue, testId } from '../contract/fakes.ts'
import { checkInFields, edited, noon, sessionFields } from '../contract/samples.ts'
import { inOrder } from '../contract/whole.ts'
import type { World } from './world.ts'
import { act, dump, dyingAfter, load, newWorld, state } from './world.ts'

const id = testId(noon, 1)

const saveOne = async (world: World, number = 1) => {
  const fields = checkInFields(noon, { felt: 4, note: 'kept' })
  return valueIn(await world.open().save('checkIns', testId(noon, number), () => fields))
}

describe('the two copies', () => {
  test('whatever each of them still holds, the later state comes back whole and stays', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 10 }),
        fc.nat(),
        fc.nat(),
        async (acts, one, other) => {
          const world = newWorld()
          const moment = async () => ({
            database: await dump(world.name),
            outside: new Map(world.keyValue.kept),
            state: await state(world.open()),
          })
          await load(world.name, {})
          const moments = [await moment()]
          for (const each of acts) {
            await each(world.open(), world)
            moments.push(await moment())
          }
          const [inDatabase, outside] = [one % moments.length, other % moments.length]
          const [database, keys] = [moments[inDatabase], moments[outside]]
          if (database === undefined || keys === undefined) throw new Error('No such moment')
          const expected = moments[Math.max(inDatabase, outside)]?.state

          const damaged = newWorld(memoryKeyValue(keys.outside))
          await load(damaged.name, database.database)
          expect(await state(damaged.open())).toEqual(expected)
          expect(valueIn(await damaged.open().checkCounts())).toBe(true)
          const news = await damaged.open().recoveries.unread()
          expect(news?.missing ?? 0).toBe(0)
          // Everything outside was lost, and with it the settings.
          const hasLost = inDatabase > 0 && !keys.outside.has(canaryKey)
          if (inDatabase >= outside && !hasLost) expect(news).toBeNull()
          await damaged.wipe()
          expect(await state(damaged.open())).toEqual(expected)
          await Promise.all([world.wipe(), damaged.wipe()])
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  test('where everything outside the database is gone, so are the settings, which is told', async () => {
    const world = newWorld()
    await saveOne(world)
    const lose = async () => {
      await world.close()
      world.keyValue.kept.clear()
    }
    const told = () => world.open().recoveries.unread()
    // Killed in between the two places of the very first record, nothing was lost.
    await lose()
    expect(await told()).toBe(null)
    await saveOne(world, 2)
    await world.keyValue.set({ settings: { welcomed: true } })
    await world.close()
    await world.keyValue.remove([canaryKey])
    expect(await told()).toBe(null)
    await lose()
    world.keyValue.refuse(new Error('IO error'))
    await told().catch(() => {})
    await world.close()
    world.keyValue.refuse(null)
    expect(await told()).toMatchObject({ restored: 0, missing: 0, settings: true })
    await world.open().recoveries.markRead()
    await world.close()
    expect(await told()).toBe(null)
    await world.wipe()
  })

  test('a save whose journal line fails is not acknowledged, and the next opening makes it whole', async () => {
    const world = newWorld()
    await saveOne(world)
    const history = world.open()
    valueIn(await history.get('checkIns', id))
    world.keyValue.refuse(new Error('QUOTA_BYTES quota exceeded'))
    expect(problemIn(await history.save('checkIns', id, edited({ note: 'new' })))).toEqual({ kind: 'full' })
    // Reading does not need the second copy to be whole.
    expect(valueIn(await history.get('checkIns', id))?.note).toBe('new')
    expect(problemIn(await history.save('checkIns', id, edited({ felt: 5 })))).toEqual({ kind: 'full' })
    world.keyValue.refuse(null)
    expect(valueIn(await history.save('checkIns', id, edited({ felt: 6 })))?.note).toBe('new')
    const before = await state(history)
    await world.wipe()
    expect(await state(world.open())).toEqual(before)
  })

  test('a page that stood open mends what another one could not write, before it writes itself', async () => {
    const world = newWorld()
    await saveOne(world, 1)
    const [one, other] = [world.open(), world.open()]
    valueIn(await one.all('checkIns'))
    valueIn(await other.all('checkIns'))
    world.keyValue.refuse(new Error('IO error'))
    problemIn(await one.save('checkIns', id, edited({ note: 'unkept' })))
    world.keyValue.refuse(null)
    valueIn(await other.save('checkIns', testId(noon, 2), () => checkInFields(noon)))
    await world.wipe()
    expect(valueIn(await world.open().get('checkIns', id))?.note).toBe('unkept')
  })

  test('a mark outside that is long in coming is waited for, and what it tells counts', async () => {
    const world = newWorld()
    await saveOne(world)
    let reads = 0
    /** Turns of everything that goes on, many more than a transaction lives where nothing is asked of it. */
    const slow = {
      ...world.keyValue,
      get: async (keys: readonly string[]) => {
        for (let turn = 0; turn < 30; turn += 1) await new Promise(resolve => setImmediate(resolve))
        reads += 1
        return world.keyValue.get(keys)
      },
    }
    const [quick, waiting] = [world.open(), world.open({ values: slow })]
    valueIn(await waiting.all('checkIns'))
    expect(valueIn(await waiting.save('checkIns', id, edited({ note: 'late' })))?.note).toBe('late')
    expect(reads).toBeGreaterThan(1)
    world.keyValue.refuse(new Error('IO error'))
    problemIn(await quick.save('checkIns', id, edited({ felt: 9 })))
    world.keyValue.refuse(null)
    const saved = valueIn(await waiting.save('checkIns', id, edited({ note: 'later' })))
    expect(saved).toMatchObject({ felt: 9, note: 'later' })
    await world.wipe()
    expect(valueIn(await world.open().get('checkIns', id))).toMatchObject({ felt: 9, note: 'later' })
  })

  test('a mark outside that cannot be read keeps nothing, in neither place', async () => {
    const world = newWorld()
    await saveOne(world)
    const before = await state(world.open())
    const open = { get: world.keyValue.get }
    const history = world.open({ values: { ...world.keyValue, get: keys => open.get(keys) } })
    valueIn(await history.all('checkIns'))
    open.get = () => Promise.reject(new DOMException('No', 'DataError'))
    expect(problemIn(await history.save('checkIns', id, edited({ note: 'new' })))).toEqual({
      kind: 'failed',
      name: 'DataError',
    })
    open.get = world.keyValue.get
    expect(await state(history)).toEqual(before)
    await world.wipe()
    expect(await state(world.open())).toEqual(before)
  })

  test('a page that opens while another one writes takes nothing for a loss', async () => {
    const world = newWorld()
    await saveOne(world)
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    const slow = {
      ...world.keyValue,
      set: (items: object) => held.then(() => world.keyValue.set({ ...items })),
    }
    const saving = world.open({ values: slow }).save('checkIns', id, edited({ felt: 5 }))
    await vi.waitFor(async () => {
      const [meta] = (await dump(world.name))['meta'] ?? []
      expect(meta).toMatchObject({ sequence: 2 })
    })
    let waits = false
    const locks: Locks = {
      exclusive: (name, work) => {
        waits = true
        return world.locks.exclusive(name, work)
      },
    }
    const opening = world.open({ locks }).get('checkIns', id)
    await vi.waitFor(() => expect(waits).toBe(true))
    release()
    valueIn(await saving)
    expect(valueIn(await opening)?.felt).toBe(5)
    expect(markOf(world.keyValue.kept).sequence).toBe(2)
  })

  test('a save whose transaction fails is not acknowledged, and the journal keeps the answer', async () => {
    const world = newWorld()
    await saveOne(world)
    const history = world.open()
    const { put } = IDBObjectStore.prototype
    try {
      IDBObjectStore.prototype.put = function (...given) {
        if (this.name === 'days') throw new DOMException('No room', 'QuotaExceededError')
        return put.apply(this, given)
      }
      expect(problemIn(await history.save('checkIns', id, edited({ note: 'new' })))).toEqual({ kind: 'full' })
      IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given)
        if (this.name === 'meta') this.transaction.abort()
        return request
      }
      // The journal line is under way when the transaction breaks.
      const failed = await history.save('checkIns', id, edited({ note: 'newer' }))
      expect(problemIn(failed)).toEqual({ kind: 'failed', name: 'AbortError' })
    } finally {
      IDBObjectStore.prototype.put = put
    }
    expect(valueIn(await world.open().get('checkIns', id))?.note).toBe('newer')
    expect(valueIn(await world.open().checkCounts())).toBe(true)
  })

  test('killed at any moment of a restoration, the next one ends it and tells of it once', async () => {
    for (let calls = 0; calls < 12; calls += 1) {
      const world = newWorld()
      for (const number of [1, 2, 3]) await saveOne(world, number)
      const before = await state(world.open())
      await world.wipe()
      await world.open({ values: dyingAfter(calls, world.keyValue) }).all('checkIns')
      await world.close()
      expect(await state(world.open())).toEqual(before)
      const news = await world.open().recoveries.unread()
      expect([calls, news?.restored, news?.missing]).toEqual([calls, 3, 0])
      await world.wipe()
    }
  })

  test('killed at any moment of a packing, nothing is lost and the next one ends it', async () => {
    for (let calls = 0; calls < 16; calls += 1) {
      const world = newWorld()
      for (const number of [1, 2, 3]) await saveOne(world, number)
      world.clock.forward(40 * 24 * 3_600_000)
      const before = await state(world.open())
      await world.open({ values: dyingAfter(calls, world.keyValue) }).packClosedMonths()
      await world.wipe()
      expect(await state(world.open())).toEqual(before)
      valueIn(await world.open().packClosedMonths())
      expect([...world.keyValue.kept.keys()].filter(key => key.includes('/line/'))).toEqual([])
      await world.wipe()
      expect(await state(world.open())).toEqual(before)
      await world.wipe()
    }
  })

  test('rows that vanished while the mark stayed are found by their newest, or by counting', async () => {
    const world = newWorld()
    for (const number of [1, 2, 3]) await saveOne(world, number)
    world.clock.forward(1)
    await world.open().save('sessions', id, () => sessionFields(noon))
    const before = await state(world.open())
    const whole = await dump(world.name)
    const without = (store: string, kept: (row: unknown) => boolean) => ({
      ...whole,
      [store]: whole[store]?.filter(kept) ?? [],
    })

    await world.wipe()
    await load(
      world.name,
      without('sessions', () => false),
    )
    expect(await state(world.open())).toEqual(before)
    expect((await world.open().recoveries.unread())?.restored).toBe(1)

    for (const damage of [
      without('checkIns', row => (row as { id: string }).id !== id),
      without('days', () => false),
      { ...whole, days: [...(whole['days'] ?? []), { ...Object(whole['days']?.[0]), day: '2020-01-01' }] },
    ]) {
      await world.wipe()
      const keys = new Map(world.keyValue.kept)
      await load(world.name, { ...damage, meta: [{ ...markOf(keys), id: 'meta' }] })
      expect(valueIn(await world.open().checkCounts())).toBe(false)
      expect(await state(world.open())).toEqual(before)
      expect(valueIn(await world.open().checkCounts())).toBe(true)
    }
  })

  test('after an error of the browser the records are counted again', async () => {
    const world = newWorld()
    for (const number of [1, 2, 3]) await saveOne(world, number)
    world.clock.forward(1)
    await world.open().save('sessions', id, () => sessionFields(noon))
    const before = await state(world.open())
    const { checkIns: _, ...rest } = await dump(world.name)
    await world.wipe()
    await load(world.name, rest)
    const history = world.open()
    expect(valueIn(await history.all('checkIns'))).toEqual([])
    const { get } = IDBObjectStore.prototype
    try {
      IDBObjectStore.prototype.get = () => {
        throw new DOMException('Seek failure', 'UnknownError')
      }
      const problem = problemIn(await history.get('checkIns', id))
      expect(problem).toEqual({ kind: 'failed', name: 'UnknownError' })
    } finally {
      IDBObjectStore.prototype.get = get
    }
    expect(await state(history)).toEqual(before)
    expect((await history.recoveries.unread())?.restored).toBe(3)
  })

  test('what no copy holds any more is counted as missing', async () => {
    const world = newWorld()
    for (const number of [1, 2, 3]) await saveOne(world, number)
    await world.open().remove('checkIns', testId(noon, 3), noon + 10)
    for (const key of [...world.keyValue.kept.keys()])
      if (key.includes('/line/') && key.endsWith(id)) world.keyValue.kept.delete(key)
    await world.wipe()
    expect(valueIn(await world.open().all('checkIns')).map(record => record.id)).toEqual([testId(noon, 2)])
    const news = await world.open().recoveries.unread()
    expect([news?.restored, news?.missing]).toEqual([1, 1])
    await world.close()
    expect(await world.open().recoveries.unread()).toEqual(news)
    expect(valueIn(await world.open().checkCounts())).toBe(true)
  })

  test('a damaged canary with a journal is no first run', async () => {
    for (const damage of ['null', '7', '{"installId":3}', '{"installId":"x","sequence":-1}']) {
      const world = newWorld()
      await saveOne(world)
      const before = await state(world.open())
      world.keyValue.kept.set('history/canary', damage)
      await world.wipe()
      expect(await state(world.open())).toEqual(before)
      expect((await world.open().recoveries.unread())?.restored).toBe(1)
    }
  })

  test('damaged lines cost themselves alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.json(), { minLength: 1, maxLength: 5 }), async damages => {
        const world = newWorld()
        await saveOne(world, 1)
        const before = await state(world.open())
        for (const [index, damage] of damages.entries()) {
          world.keyValue.kept.set(`history/line/2026-11/checkIns/broken-${index}`, damage)
          world.keyValue.kept.set(`history/line/2026-11/nothing/broken-${index}`, damage)
          world.keyValue.kept.set(`history/pack/2026-0${index}`, damage)
          world.keyValue.kept.set(`history/pack/2025-0${index}`, `{"checkIns":[${damage}],"words":${damage}}`)
        }
        await world.wipe()
        expect(await state(world.open())).toEqual(before)
        world.clock.forward(60 * 24 * 3_600_000)
        valueIn(await world.open().packClosedMonths())
        for (const [index, damage] of damages.entries())
          expect(world.keyValue.kept.get(`history/line/2026-11/checkIns/broken-${index}`)).toBe(damage)
        await world.wipe()
      }),
      { numRuns: 40 },
    )
  })

  test('nothing that was written in a deleted record stays anywhere', async () => {
    const world = newWorld()
    await world.open().save('checkIns', id, () => checkInFields(noon, { note: 'secret-one' }))
    world.clock.forward(40 * 24 * 3_600_000)
    valueIn(await world.open().packClosedMonths())
    await world.open().save('checkIns', id, edited({ note: 'secret-two' }))
    world.clock.forward(40 * 24 * 3_600_000)
    const now = world.clock.now().epochMilliseconds
    await world.open().remove('checkIns', id, now + 10_000)
    const everything = async () => JSON.stringify([await dump(world.name), [...world.keyValue.kept]])
    expect(await everything()).toContain('secret-two')
    world.clock.forward(10_001)
    valueIn(await world.open().settleRemovals())
    expect(await everything()).not.toContain('secret')
    await world.wipe()
    expect(valueIn(await world.open().all('checkIns'))).toEqual([])
  })

  test('killed at any moment of settling, the next one leaves nothing of what was written', async () => {
    for (let calls = 0; calls < 30; calls += 1) {
      const world = newWorld()
      await world.open().save('checkIns', id, () => checkInFields(noon, { note: 'secret-packed' }))
      world.clock.forward(40 * 24 * 3_600_000)
      valueIn(await world.open().packClosedMonths())
      await world.open().save('checkIns', id, edited({ note: 'secret-line' }))
      await saveOne(world, 2)
      world.clock.forward(40 * 24 * 3_600_000)
      const until = world.clock.now().epochMilliseconds + 10_000
      await world.open().remove('checkIns', id, until)
      await world.open().remove('checkIns', testId(noon, 2), until + 60_000)
      world.clock.forward(10_001)
      await world.open({ values: dyingAfter(calls, world.keyValue) }).settleRemovals()
      await world.close()
      valueIn(await world.open().settleRemovals())
      const left = JSON.stringify([await dump(world.name), [...world.keyValue.kept]])
      expect(left, `after ${calls} calls`).not.toContain('secret')
      expect(left, `after ${calls} calls`).not.toContain('settling')
      // The other one can still be undone.
      expect(valueIn(await world.open().undoRemove('checkIns', testId(noon, 2)))).toBe(true)
      await world.wipe()
      expect(valueIn(await world.open().all('checkIns')).map(record => record.note)).toEqual(['kept'])
      await world.wipe()
    }
  })

  test('while the packs of years are looked through for what was deleted, others keep what they have', async () => {
    const world = newWorld()
    await world.open().save('checkIns', id, () => checkInFields(noon))
    for (let month = 0; month < 3; month += 1) {
      await world.open().save('checkIns', id, edited({ note: `secret ${month}` }))
      world.clock.forward(40 * 24 * 3_600_000)
      valueIn(await world.open().packClosedMonths())
    }
    await world.open().remove('checkIns', id, world.clock.now().epochMilliseconds + 10_000)
    world.clock.forward(10_001)
    const order: string[] = []
    let saving: Promise<unknown> | null = null
    const other = world.open()
    await state(other)
    const values: KeyValue = {
      ...world.keyValue,
      set: async items => {
        // It has the turn now.
        saving ??= other
          .save('checkIns', testId(noon, 3), () => checkInFields(noon))
          .then(() => void order.push('kept'))
        return world.keyValue.set(items)
      },
    }
    valueIn(await world.open({ values }).settleRemovals())
    order.push('settled')
    await saving
    expect(order).toEqual(['kept', 'settled'])
    expect(JSON.stringify([await dump(world.name), [...world.keyValue.kept]])).not.toContain('secret')
    expect([...world.keyValue.kept.keys()].filter(key => key.startsWith('history/pack/'))).toHaveLength(3)
  })

  test('once a month they are looked through for what was changed, one in each turn to write', async () => {
    const world = newWorld()
    for (const note of ['first', 'second', 'third', 'fourth']) {
      await world.open().save('checkIns', id, () => checkInFields(noon, { note }))
      world.clock.forward(40 * 24 * 3_600_000)
      if (note !== 'fourth') valueIn(await world.open().packClosedMonths())
    }
    /** How many packs were read in each turn. */
    const turns: number[] = []
    const values: KeyValue = {
      ...world.keyValue,
      get: async keys => {
        turns.push((turns.pop() ?? 0) + keys.filter(key => key.startsWith('history/pack/')).length)
        return world.keyValue.get(keys)
      },
    }
    const locks: Locks = {
      exclusive: (name, work) =>
        world.locks.exclusive(name, () => {
          turns.push(0)
          return work()
        }),
    }
    valueIn(await world.open({ values, locks }).packClosedMonths())
    expect(turns.filter(packs => packs > 0)).toEqual([1, 1, 1, 1, 1])
    expect(valueIn(await world.open().get('checkIns', id))).toMatchObject({ note: 'fourth' })
    await world.wipe()
  })

  test('text that was changed leaves the journal when the month of the change is packed', async () => {
    const world = newWorld()
    await world.open().save('checkIns', id, () => checkInFields(noon, { note: 'secret' }))
    for (const note of ['second', 'third']) {
      world.clock.forward(40 * 24 * 3_600_000)
      await world.open().save('checkIns', id, edited({ note }))
      valueIn(await world.open().packClosedMonths())
    }
    const kept = JSON.stringify([...world.keyValue.kept])
    expect(kept).not.toContain('secret')
    expect(kept).toContain('second')
    expect(kept).toContain('third')
  })
})

/** The mark that the database carried together with these keys. */
const markOf = (keys: ReadonlyMap<string, string>) => {
  const { installId, sequence } = JSON.parse(keys.get('history/canary') ?? '{}')
  return { installId, sequence }
}

test('what is packed just while it is looked for is found in the second copy all the same', async () => {
  const world = newWorld()
  const history = world.open()
  for (const number of [1, 2, 3])
    valueIn(await history.save('checkIns', testId(noon, number), () => checkInFields(noon, { felt: 4 })))
  world.clock.forward(40 * 24 * 3_600_000)
  let packed = false
  const values = {
    ...world.keyValue,
    get: async (keys: readonly string[]) => {
      if (!packed && keys.some(key => journalKey(key)?.kind === 'line')) {
        packed = true
        valueIn(await history.packClosedMonths())
      }
      return world.keyValue.get(keys)
    },
  }
  expect(valueIn(await world.open({ values }).whole.check())).toEqual(inOrder(3))
  expect(packed).toBe(true)
})
