/** A history that can be looked into, copied and broken from outside, as browsers do. */
import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { deleteDB, openDB } from 'idb'
import type { KeyValue, Locks } from '../../lib/app/ports.ts'
import type { StoreName } from '../../lib/core/records.ts'
import { storeNames } from '../../lib/core/records.ts'
import { openDatabase } from '../../lib/store/db.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { openHistory } from '../../lib/store/open.ts'
import type { Upgrade } from '../../lib/store/upgrades.ts'
import { valueIn } from '../contract/assert.ts'
import type { MemoryKeyValue } from '../contract/fakes.ts'
import { memoryKeyValue, testChance, testClock, testId } from '../contract/fakes.ts'
import { checkInFields, edited, noon, sessionFields } from '../contract/samples.ts'

/** Everything in a database, by store. */
export type Dump = { readonly [store: string]: readonly unknown[] }

export const dump = async (name: string): Promise<Dump> => {
  const database = await openDB(name)
  const stores = [...database.objectStoreNames]
  const rows = await Promise.all(stores.map(async store => [store, await database.getAll(store)] as const))
  database.close()
  return Object.fromEntries(rows)
}

export const load = async (name: string, rows: Dump): Promise<void> => {
  const database = await openDatabase({ name, lost: () => {} })
  database.close()
  const raw = await openDB(name)
  for (const [store, ofStore] of Object.entries(rows)) for (const row of ofStore) await raw.put(store, row)
  raw.close()
}

let made = 0

export const newWorld = (keyValue: MemoryKeyValue = memoryKeyValue()) => {
  made += 1
  const name = `world-${made}`
  const clock = testClock()
  const chance = testChance()
  const locks = memoryLocks()
  const histories: OpenHistory[] = []
  const close = () => Promise.all(histories.splice(0).map(history => history.close()))
  return {
    name,
    clock,
    keyValue,
    locks,
    /** Another page; `values` stands between it and the storage. */
    open: (
      more: {
        steps?: readonly Upgrade[]
        patience?: number
        values?: KeyValue
        locks?: Locks
        locked?: () => void
      } = {},
    ) => {
      const { values = keyValue, ...parts } = more
      const history = openHistory({ clock, chance, keyValue: values, locks, databaseName: name, ...parts })
      histories.push(history)
      return history
    },
    /** Closes every page. */
    close,
    wipe: async () => {
      await close()
      await deleteDB(name)
    },
  }
}

export type World = ReturnType<typeof newWorld>

/** All that a person can see. */
export const state = async (history: OpenHistory) => ({
  records: Object.fromEntries(
    await Promise.all(storeNames.map(async store => [store, valueIn(await history.all(store))] as const)),
  ),
  days: valueIn(await history.days('0000-01-01', '9999-12-31')),
})

const ids = fc.integer({ min: 1, max: 4 })

/** Something that a person does, or that time does. */
export const act: fc.Arbitrary<(history: OpenHistory, world: World) => Promise<unknown>> = fc.oneof(
  ids.map(n => (history: OpenHistory, { clock }: World) => {
    const at = clock.now().epochMilliseconds
    return history.save('checkIns', testId(noon, n), () => checkInFields(at, { felt: 4, tags: ['a'] }))
  }),
  fc.tuple(ids, fc.string({ maxLength: 5 })).map(
    ([n, note]) =>
      (history: OpenHistory) =>
        history.save('checkIns', testId(noon, n), edited({ note })),
  ),
  ids.map(n => (history: OpenHistory, { clock }: World) => {
    const at = clock.now().epochMilliseconds
    return history.save('sessions', testId(noon, n), () => sessionFields(at))
  }),
  ids.map(
    n => (history: OpenHistory) =>
      history.save('words', `own-${n}`, () => ({ label: 'mossy', group: null, hidden: false })),
  ),
  fc.tuple(fc.constantFrom<StoreName>('checkIns', 'sessions'), ids).map(
    ([store, n]) =>
      (history: OpenHistory, { clock }: World) =>
        history.remove(store, testId(noon, n), clock.now().epochMilliseconds + 10_000),
  ),
  ids.map(n => (history: OpenHistory) => history.undoRemove('checkIns', testId(noon, n))),
  fc
    .constantFrom(5_000, 11_000, 20 * 24 * 3_600_000, -3_600_000)
    .map(step => async (history: OpenHistory, { clock }: World) => {
      clock.forward(step)
      return history.settleRemovals()
    }),
  fc.constant((history: OpenHistory) => history.packClosedMonths()),
)

/** A storage that works for so many calls and then, like a killed process, never again. */
export const dyingAfter = (calls: number, keyValue: KeyValue): KeyValue => {
  let left = calls
  const living = () => {
    left -= 1
    if (left < 0) throw new DOMException('Killed', 'AbortError')
  }
  return {
    get: async keys => {
      living()
      return keyValue.get(keys)
    },
    set: async items => {
      living()
      return keyValue.set(items)
    },
    remove: async keys => {
      living()
      return keyValue.remove(keys)
    },
    keys: async () => {
      living()
      return keyValue.keys()
    },
  }
}
