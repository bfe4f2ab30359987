/** Where the contract's cases run: memory, and whatever IndexedDB there is. */
import { deleteDB, openDB } from 'idb'
import type { KeyValue, Locks } from '../../lib/app/ports.ts'
import { memoryRecords, memoryStores } from '../../lib/store/memory.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { openHistory } from '../../lib/store/open.ts'
import { sealedRecords } from '../../lib/store/sealed-records.ts'
import { sealedWhole } from '../../lib/store/sealed-whole.ts'
import { lockPage, putLock } from '../support/lock-world.ts'
import { memoryWhole } from '../support/memory-whole.ts'
import { testChance, testClock } from './fakes.ts'
import type { LastingGround } from './history.ts'
import type { Ground } from './records.ts'
import type { WholeGround } from './whole.ts'

export const memoryGround = async (): Promise<Ground> => {
  const clock = testClock()
  return { records: memoryRecords({ clock }), clock, end: async () => {} }
}

export const memoryWholeGround = async (): Promise<WholeGround> => {
  const clock = testClock()
  const stores = memoryStores()
  const records = memoryRecords({ clock, stores })
  return { records, whole: memoryWhole({ clock, stores }), clock, end: async () => {} }
}

let made = 0

/** Every ground has a database and keys of its own and leaves nothing behind. */
export const lastingGrounds =
  (locks: () => Locks, keyValueOf: (prefix: string) => KeyValue) => async (): Promise<LastingGround> => {
    made += 1
    const name = `contract-${made}`
    const keyValue = keyValueOf(`${name}/`)
    const clock = testClock()
    const chance = testChance()
    const turns = locks()
    const open: OpenHistory[] = []
    const close = () => Promise.all(open.map(history => history.close()))
    return {
      clock,
      keyValue,
      open: (values = keyValue) => {
        const history = openHistory({ clock, chance, keyValue: values, locks: turns, databaseName: name })
        open.push(history)
        return history
      },
      wipe: async () => {
        await close()
        await deleteDB(name)
      },
      spoilDays: async (rows, gone) => {
        const raw = await openDB(name)
        const spoiling = raw.transaction('days', 'readwrite')
        await Promise.all([
          ...rows.map(row => spoiling.store.put(row)),
          ...gone.map(day => spoiling.store.delete(day)),
          spoiling.done,
        ])
        raw.close()
      },
      end: async () => {
        await close()
        await deleteDB(name)
        await keyValue.remove(await keyValue.keys())
      },
    }
  }

/** The same ground, for cases that ask for `Records` alone. */
export const recordsGround = (make: () => Promise<LastingGround>) => async (): Promise<Ground> => {
  const { open, clock, end } = await make()
  return { records: open(), clock, end }
}

/** The same ground, for cases that look at the history as a whole. */
export const wholeGround = (make: () => Promise<LastingGround>) => async (): Promise<WholeGround> => {
  const { open, clock, end } = await make()
  const history = open()
  return { records: history, whole: history.whole, clock, end }
}

/** The same grounds behind a lock that is open. */
export const sealedGround =
  (make: () => Promise<LastingGround>) => async (): Promise<Ground & WholeGround> => {
    const { open, clock, keyValue, end } = await make()
    const history = open()
    const page = lockPage(history, { keyValue, clock, chance: testChance() })
    await putLock(page, history)
    const records = sealedRecords(history, page.lock.gate)
    return {
      records: { ...records, days: (from, to) => records.days(from, to, { words: true }) },
      whole: sealedWhole(history.whole, page.lock.gate),
      clock,
      end,
    }
  }
