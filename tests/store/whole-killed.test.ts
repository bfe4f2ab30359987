/** Killed, out of room or stopped at any step, a change of the whole history is there entirely or not at all. */
import { openDB } from 'idb'
import { describe, expect, test } from 'vitest'
import type { LongWork } from '../../lib/app/data-ports.ts'
import type { KeyValue } from '../../lib/app/ports.ts'
import type { StoredRow } from '../../lib/core/merge.ts'
import { canonicalJson } from '../../lib/core/merge.ts'
import { storeNames } from '../../lib/core/records.ts'
import { batchKey } from '../../lib/store/batches.ts'
import { canaryKey } from '../../lib/store/canary.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { type OpenHistory, openHistory } from '../../lib/store/open.ts'
import { readJournal } from '../../lib/store/packs.ts'
import { valueIn } from '../contract/assert.ts'
import { testChance, testId } from '../contract/fakes.ts'
import { checkInFields, edited, meetingOf, noon, sessionFields } from '../contract/samples.ts'
import { checkInRow, everything, inOrder } from '../contract/whole.ts'
import { dump, dyingAfter, newWorld, type World } from './world.ts'

const day = 24 * 3_600_000
const imported = testId(noon, 5_000)

/** Two parts of new ones, two that are here in earlier versions, and one that was deleted here. */
const rows: readonly StoredRow[] = [
  ...Array.from({ length: 251 }, (_, number) => checkInRow(number + 100, { felt: 3, note: 'theirs' })),
  checkInRow(1, { updatedAt: noon + 60 * day, note: 'later', felt: 9 }),
  checkInRow(2, { updatedAt: noon + 60 * day }),
  checkInRow(3, { updatedAt: noon + 60 * day }),
]

/** Taking back steps over its parts in one go, however many they are. */
const fewRows = rows.slice(-8)

/** Some of it packed, some of it as lines, one deleted. */
const newHistory = async (world: World): Promise<void> => {
  const history = world.open()
  for (const number of [1, 2, 3, 4])
    valueIn(
      await history.save('checkIns', testId(noon, number), () => checkInFields(noon, { note: 'secret' })),
    )
  world.clock.forward(40 * day)
  valueIn(await history.packClosedMonths())
  valueIn(await history.save('checkIns', testId(noon, 2), edited({ note: 'secret too', felt: 2 })))
  valueIn(await history.save('sessions', testId(noon, 9), () => sessionFields(noon)))
  valueIn(await history.remove('checkIns', testId(noon, 3), world.clock.now().epochMilliseconds + 1_000))
  world.clock.forward(2_000)
  valueIn(await history.settleRemovals())
  await world.close()
}

const ops = {
  bring: {
    prepare: newHistory,
    run: (history: OpenHistory, work?: LongWork) =>
      history.whole.bring({ id: imported, format: 'thaw' }, rows, work),
  },
  takeBack: {
    prepare: async (world: World) => {
      await newHistory(world)
      valueIn(await world.open().whole.bring({ id: imported, format: 'thaw' }, fewRows))
      world.clock.forward(1_000)
      await world.close()
    },
    run: (history: OpenHistory, work?: LongWork) => history.whole.takeBack(imported, work),
  },
  removePeriod: {
    prepare: newHistory,
    run: (history: OpenHistory, work?: LongWork) =>
      history.whole.removePeriod('2026-11-22', '2026-11-22', work),
  },
} as const
type Name = keyof typeof ops

/** As another start of the browser finds it; nothing of the one before holds a turn. */
const reopen = (world: World) => world.open({ locks: memoryLocks() })

const inJournal = async (keyValue: KeyValue) => {
  const { rows, unreadable } = await readJournal(keyValue)
  const texts = storeNames.flatMap(store =>
    [...(rows.get(store)?.values() ?? [])].map(row => `${store} ${canonicalJson(row)}`),
  )
  return { rows: texts.toSorted(), unreadable }
}

const stateOf = async (world: World) => {
  const history = reopen(world)
  const { rows, days } = await everything({ records: history, whole: history.whole })
  const imports = valueIn(await history.whole.imports())
  return { rows, days, imports, journal: await inJournal(world.keyValue) }
}

/** What it is before and after the work that nothing disturbs. */
const ends = async (name: Name) => {
  const world = newWorld()
  await ops[name].prepare(world)
  const before = await stateOf(world)
  valueIn<unknown>(await ops[name].run(reopen(world)))
  const after = await stateOf(world)
  await world.wipe()
  expect(after).not.toEqual(before)
  return { before, after }
}

/** A storage that answers so many calls and no more, as to one who is gone meanwhile; `gone` is the first that it does not. */
const silentAfter = (calls: number, keyValue: KeyValue) => {
  const dying = dyingAfter(calls, keyValue)
  const gone = Promise.withResolvers<'gone'>()
  const silent =
    <Given extends unknown[], Value>(call: (...given: Given) => Promise<Value>) =>
    (...given: Given): Promise<Value> =>
      call(...given).catch(() => {
        gone.resolve('gone')
        return new Promise<Value>(() => {})
      })
  const values = {
    get: silent(dying.get),
    set: silent(dying.set),
    remove: silent(dying.remove),
    keys: silent(dying.keys),
  }
  return { values, gone: gone.promise }
}

/** A page that nobody waits for, on a storage that goes away. */
const doomed = (world: World, values: KeyValue) =>
  openHistory({
    clock: world.clock,
    chance: testChance(),
    keyValue: values,
    locks: memoryLocks(),
    databaseName: world.name,
  })

/** Nothing is left of work that was cut off, nor of what was deleted. */
const expectTidy = async (world: World, isDeleted: boolean) => {
  const history = reopen(world)
  valueIn(await history.settleRemovals())
  valueIn(await history.packClosedMonths())
  const keys = [...world.keyValue.kept.keys()]
  const batches = Map.groupBy(
    keys.flatMap(key => batchKey(key) ?? []),
    ({ batch }) => batch,
  )
  for (const parts of batches.values()) expect(parts.map(({ kind }) => kind)).toContain('sign')
  expect(keys.filter(key => /forgetting|settling/.test(key))).toEqual([])
  const kept = JSON.stringify([await dump(world.name), [...world.keyValue.kept]])
  expect(kept.includes('secret')).toBe(!isDeleted)
  expect(valueIn(await history.whole.check())).toEqual(
    inOrder(valueIn(await history.whole.check())?.rows ?? 0),
  )
}

describe.each(Object.keys(ops) as Name[])('%s', name => {
  test.each(['fails', 'is silent'] as const)(
    'killed at any step, where the storage %s from then on, is whole',
    async way => {
      const { before, after } = await ends(name)
      const found: string[] = []
      for (let calls = 0; found.at(-1) !== 'ended'; calls += 1) {
        const world = newWorld()
        await ops[name].prepare(world)
        const silent = silentAfter(calls, world.keyValue)
        const page = doomed(world, way === 'fails' ? dyingAfter(calls, world.keyValue) : silent.values)
        const ended = await Promise.race([ops[name].run(page), silent.gone])
        const isDone = ended !== 'gone' && ended.ok
        const state = await stateOf(world)
        const isAfter = canonicalJson(state) === canonicalJson(after)
        if (!isAfter) expect(state, `after ${calls} calls`).toEqual(before)
        if (isDone) expect(isAfter, `after ${calls} calls`).toBe(true)
        expect(await reopen(world).recoveries.unread(), `after ${calls} calls`).toBeNull()
        expect(valueIn(await reopen(world).checkCounts())).toBe(true)
        await expectTidy(world, isAfter && name === 'removePeriod')
        expect(await stateOf(world)).toEqual(state)
        await world.wipe()
        expect(await stateOf(world), `from the second copy, after ${calls} calls`).toEqual(state)
        found.push(isDone ? 'ended' : isAfter ? 'after' : 'before')
        await world.wipe()
      }
      expect(new Set(found)).toEqual(new Set(['before', 'after', 'ended']))
    },
  )
})

describe.each(Object.keys(ops) as Name[])('%s', name => {
  test('a database that is lost at the moment of the kill is restored to before or after', async () => {
    const { before, after } = await ends(name)
    const found: string[] = []
    for (let calls = 0; found.at(-1) !== 'ended'; calls += 1) {
      const world = newWorld()
      await ops[name].prepare(world)
      const ended = await ops[name].run(doomed(world, dyingAfter(calls, world.keyValue)))
      await world.wipe()
      const state = await stateOf(world)
      const isAfter = canonicalJson(state) === canonicalJson(after)
      if (!isAfter) expect(state, `after ${calls} calls`).toEqual(before)
      if (ended.ok) expect(isAfter).toBe(true)
      expect((await reopen(world).recoveries.unread())?.missing ?? 0).toBe(0)
      await expectTidy(world, isAfter && name === 'removePeriod')
      found.push(ended.ok ? 'ended' : isAfter ? 'after' : 'before')
      await world.wipe()
    }
    expect(found).toContain('before')
  })

  test('stopped at any moment, it changes nothing, or was done', async () => {
    const { before, after } = await ends(name)
    let stopped = 0
    for (let moment = 0, isDone = false; !isDone; moment += 1) {
      const world = newWorld()
      await ops[name].prepare(world)
      const keys = new Set(world.keyValue.kept.keys())
      const stop = new AbortController()
      let told = 0
      const work = {
        signal: stop.signal,
        onProgress: () => {
          if (told === moment) stop.abort()
          told += 1
        },
      }
      const ended = valueIn<unknown>(await ops[name].run(reopen(world), work))
      isDone = told <= moment
      if (ended === null) {
        stopped += 1
        // Whoever comes next waits until it is cleared away.
        valueIn(await reopen(world).packClosedMonths())
        expect(await stateOf(world)).toEqual(before)
        expect(new Set(world.keyValue.kept.keys())).toEqual(keys)
        valueIn<unknown>(await ops[name].run(reopen(world)))
      }
      expect(await stateOf(world)).toEqual(after)
      await world.wipe()
    }
    expect(stopped).toBeGreaterThan(1)
  })

  test('without room outside, nothing changes and nothing is left; with room again it is done', async () => {
    const { before, after } = await ends(name)
    const said: unknown[] = []
    const expected: unknown[] = []
    for (let sets = 0, isDone = false; !isDone; sets += 1) {
      const world = newWorld()
      await ops[name].prepare(world)
      const keys = new Set(world.keyValue.kept.keys())
      let left = sets
      const values: KeyValue = {
        ...world.keyValue,
        set: async items => {
          left -= 1
          if (left < 0) throw new DOMException('No room', 'QuotaExceededError')
          return world.keyValue.set(items)
        },
      }
      const ended = await ops[name].run(doomed(world, values))
      isDone = ended.ok
      if (!ended.ok) said.push(ended.problem)
      const state = await stateOf(world)
      const isAfter = canonicalJson(state) === canonicalJson(after)
      if (!isDone) expected.push(isAfter ? { kind: 'full', perhapsDone: true } : { kind: 'full' })
      if (!isAfter) {
        expect(state).toEqual(before)
        expect(new Set(world.keyValue.kept.keys())).toEqual(keys)
        valueIn<unknown>(await ops[name].run(reopen(world)))
      }
      expect(await stateOf(world)).toEqual(after)
      await world.wipe()
    }
    expect(said.length).toBeGreaterThan(0)
    expect(said).toEqual(expected)
  })

  test('without room in the database, nothing changes and nothing is left', async () => {
    const { before, after } = await ends(name)
    const { put } = IDBObjectStore.prototype
    for (const refused of [0, 1, 3]) {
      const world = newWorld()
      await ops[name].prepare(world)
      const keys = new Set(world.keyValue.kept.keys())
      const history = reopen(world)
      valueIn(await history.all('words'))
      let left = refused
      try {
        IDBObjectStore.prototype.put = function (...given) {
          const request = put.apply(this, given)
          left -= 1
          if (left < 0) this.transaction.abort()
          return request
        }
        const ended = await ops[name].run(history)
        expect(ended.ok).toBe(false)
      } finally {
        IDBObjectStore.prototype.put = put
      }
      valueIn(await history.packClosedMonths())
      expect(await stateOf(world)).toEqual(before)
      expect(new Set(world.keyValue.kept.keys())).toEqual(keys)
      valueIn<unknown>(await ops[name].run(history))
      expect(await stateOf(world)).toEqual(after)
      await world.wipe()
    }
  })

  test('what others write meanwhile is kept, and it is done all the same', async () => {
    for (let moment = 0, isDone = false; !isDone; moment += 1) {
      const world = newWorld()
      await ops[name].prepare(world)
      const page = world.open()
      const other = world.open()
      const writing: Promise<unknown>[] = []
      let told = 0
      const work = {
        onProgress: () => {
          if (told === moment) {
            writing.push(
              other.save('checkIns', testId(noon, 77), () => checkInFields(noon + 90 * day, { note: 'new' })),
            )
          }
          told += 1
        },
        pause: async () => void (await Promise.all(writing.splice(0))),
      }
      valueIn<unknown>(await ops[name].run(page, work))
      valueIn(await page.settleRemovals())
      await Promise.all(writing)
      isDone = told <= moment
      expect(valueIn(await page.get('checkIns', testId(noon, 77)))?.note ?? null).toBe(isDone ? null : 'new')
      const checked = valueIn(await page.whole.check())
      expect(checked).toEqual(inOrder(checked?.rows ?? 0))
      expect(valueIn(await page.checkCounts())).toBe(true)
      const state = await stateOf(world)
      await world.wipe()
      expect(await stateOf(world)).toEqual(state)
      await world.wipe()
    }
  })
})

test('what finds no room after the transaction never says that nothing was done, shows what is there, and ends well', async () => {
  const lists = { bring: [imported], takeBack: [], removePeriod: [] }
  const ended = {
    bring: meetingOf({ added: 251, changed: 3, returned: 1 }),
    takeBack: false,
    removePeriod: 0,
  }
  for (const name of Object.keys(ops) as Name[]) {
    const { after } = await ends(name)
    const world = newWorld()
    await ops[name].prepare(world)
    let isFull = true
    const page = doomed(world, {
      ...world.keyValue,
      set: async items => {
        if (isFull && canaryKey in items) throw new DOMException('No room', 'QuotaExceededError')
        return world.keyValue.set(items)
      },
    })
    for (const press of ['first', 'second', 'third']) {
      const said = await ops[name].run(page)
      expect(said, `${name}, ${press}`).toEqual({ ok: false, problem: { kind: 'full', perhapsDone: true } })
      const { rows } = await everything({ records: page, whole: page.whole })
      expect(rows, `${name}, ${press}`).toEqual(after.rows)
      expect(valueIn(await page.whole.imports()).map(({ id }) => id)).toEqual(lists[name])
    }
    isFull = false
    expect(valueIn<unknown>(await ops[name].run(page))).toEqual(ended[name])
    expect(await stateOf(world)).toEqual(after)
    await world.wipe()
    expect(await stateOf(world)).toEqual(after)
    await world.wipe()
  }
})

test('killed after the transaction, and again while that is put right, it is done in the end', async () => {
  for (const name of Object.keys(ops) as Name[]) {
    const { after } = await ends(name)
    let whole = 0
    for (let calls = 0; whole < 2; calls += 1) {
      const world = newWorld()
      await ops[name].prepare(world)
      const isSign = (items: object) => 'history/canary' in items
      const values: KeyValue = {
        ...world.keyValue,
        set: async items => {
          if (isSign(items)) throw new DOMException('Killed', 'AbortError')
          return world.keyValue.set(items)
        },
      }
      expect((await ops[name].run(doomed(world, values))).ok).toBe(false)
      const opened = await doomed(world, dyingAfter(calls, world.keyValue)).all('checkIns')
      whole += Number(opened.ok)
      expect(await stateOf(world), `${name}, after ${calls} calls`).toEqual(after)
      await world.wipe()
      expect(await stateOf(world)).toEqual(after)
      await world.wipe()
    }
  }
})

test.each(['bring', 'takeBack'] as const)('%s loses nothing of what others change meanwhile', async name => {
  const changed = testId(noon, name === 'bring' ? 1 : 350)
  let [refused, meanwhile] = [0, 0]
  for (let moment = 0, isDone = false; !isDone; moment += 1) {
    const world = newWorld()
    await ops[name].prepare(world)
    const [page, other] = [world.open(), world.open()]
    const writing: Promise<boolean>[] = []
    let told = 0
    const write = async () => {
      const saved = await other.save('checkIns', changed, edited({ note: 'meanwhile', felt: 5 }))
      return valueIn(saved) !== null
    }
    const work = {
      onProgress: () => {
        if (told === moment) writing.push(write())
        told += 1
      },
      pause: async () => void (await Promise.all(writing)),
    }
    const ended = valueIn<unknown>(await ops[name].run(page, work))
    isDone = told <= moment
    const [saved = false] = await Promise.all(writing)
    meanwhile += Number(saved)
    if (name === 'bring') {
      const isBack = valueIn(await page.whole.takeBack(imported))
      if (saved && !isBack) refused += 1
    } else if (ended === false) refused += 1
    const note = valueIn(await page.get('checkIns', changed))?.note ?? null
    expect([moment, note === 'meanwhile']).toEqual([moment, saved])
    const checked = valueIn(await page.whole.check())
    expect(checked).toEqual(inOrder(checked?.rows ?? 0))
    await world.wipe()
    expect(valueIn(await reopen(world).get('checkIns', changed))?.note ?? null).toBe(note)
    await world.wipe()
  }
  expect(meanwhile).toBeGreaterThan(0)
  expect(refused).toBeGreaterThan(0)
})

test('an import that is taken back leaves no hole in a second copy that had one', async () => {
  const world = newWorld()
  await ops.takeBack.prepare(world)
  const holes = [...world.keyValue.kept.keys()].filter(key => /(line|pack)\/\d{4}-\d\d/.test(key))
  for (const key of holes) world.keyValue.kept.delete(key)
  // What lies in the packs is written by whoever has the turn: others drop there what was deleted.
  let turns = 0
  const written: [key: string, turns: number][] = []
  await world.close()
  const history = world.open({
    values: {
      ...world.keyValue,
      set: async items => {
        for (const key of Object.keys(items)) if (/pack/.test(key)) written.push([key, turns])
        await world.keyValue.set(items)
      },
    },
    locks: {
      exclusive: (name, work) =>
        world.locks.exclusive(name, async () => {
          const isWriting = name === world.name
          turns += isWriting ? 1 : 0
          return work().finally(() => {
            turns -= isWriting ? 1 : 0
          })
        }),
    },
  })
  expect(valueIn(await history.whole.takeBack(imported))).toBe(true)
  expect(written.length).toBeGreaterThan(0)
  expect(written.filter(([, turn]) => turn === 0)).toEqual([])
  const stood = await Promise.all(
    [1, 2].map(async number => valueIn(await history.get('checkIns', testId(noon, number)))),
  )
  expect(stood.map(record => record?.note)).toEqual(['secret', 'secret too'])
  await world.wipe()
  const restored = reopen(world)
  for (const [place, record] of stood.entries())
    expect(valueIn(await restored.get('checkIns', testId(noon, place + 1)))).toEqual(record)
})

test('days that another page puts right meanwhile stay right', async () => {
  const world = newWorld()
  await newHistory(world)
  const [spoilt] = (await dump(world.name))['days'] ?? []
  const raw = await openDB(world.name)
  await raw.put('days', { ...Object(spoilt), checkIns: 70, sessions: 3 })
  raw.close()
  const [page, other] = [world.open(), world.open()]
  let repaired = 0
  const onProgress = (done: number, of: number) => {
    // Once the days were read, and before they are written.
    isRead = 2 * done > of
  }
  let isRead = false
  const pause = async () => {
    if (isRead) repaired += valueIn(await other.checkDays()).repaired
  }
  valueIn(await page.whole.bring({ id: imported, format: 'thaw' }, rows, { onProgress, pause }))
  expect(repaired).toBe(1)
  expect(valueIn(await page.checkDays()).repaired).toBe(0)
})

test('what an import brought, and what it replaced, leaves with the record', async () => {
  const world = newWorld()
  await newHistory(world)
  const history = reopen(world)
  const secrets = [
    checkInRow(50, { note: 'secret of theirs' }),
    checkInRow(1, { updatedAt: noon + 60 * day, note: 'theirs' }),
  ]
  valueIn(await history.whole.bring({ id: imported, format: 'thaw' }, secrets))
  for (const number of [1, 2, 4, 50])
    valueIn(
      await history.remove('checkIns', testId(noon, number), world.clock.now().epochMilliseconds + 1_000),
    )
  world.clock.forward(2_000)
  const everywhere = async () => JSON.stringify([await dump(world.name), [...world.keyValue.kept]])
  expect(await everywhere()).toContain('secret of theirs')
  valueIn(await history.settleRemovals())
  expect(await everywhere()).not.toContain('secret')
  expect(await everywhere()).not.toContain('theirs')
})

test('a period that was deleted is said to be so where its text cannot leave the second copy yet, and it leaves later', async () => {
  const world = newWorld()
  await newHistory(world)
  let isSigned = false
  const values: KeyValue = {
    ...world.keyValue,
    set: async items => {
      if (isSigned) throw new DOMException('No room', 'QuotaExceededError')
      isSigned = canaryKey in items
      return world.keyValue.set(items)
    },
  }
  expect(valueIn(await ops.removePeriod.run(doomed(world, values)))).toBe(4)
  expect(JSON.stringify([...world.keyValue.kept])).toContain('secret')
  await expectTidy(world, true)
  await world.wipe()
})
