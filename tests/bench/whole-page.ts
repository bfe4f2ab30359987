/** In a page of the extension: brings many rows into a history of its own, and the same rows into a bare database. */

import type { StoredRow } from '../../lib/core/merge.ts'
import { systemClock } from '../../lib/platform/clock.ts'
import { browserKeyValue } from '../../lib/platform/key-value.ts'
import { systemChance } from '../../lib/platform/random.ts'
import { webLocks } from '../../lib/store/locks.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { openHistory } from '../../lib/store/open.ts'
import { checkInsOf } from './history.ts'

/** Milliseconds of each part of the work. */
export type Brought = { readonly meet: number; readonly journal: number; readonly transaction: number }

type WholeBench = {
  make(count: number): void
  bare(): Promise<number>
  bring(): Promise<Brought>
  /** Stops when so much of it is done, 0 to 1; gives how long the answer took. */
  stop(at: number): Promise<number>
  /** What else is done with the history that was brought, in milliseconds. */
  rest(): Promise<{ readonly [what: string]: number }>
}

declare global {
  var wholeBench: WholeBench
}

let rows: readonly StoredRow<'checkIns'>[] = []
const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const drop = (name: string) => done(indexedDB.deleteDatabase(name))

let made = 0

/** A page gives way like this between two slices. */
const pause = () => new Promise<void>(resolve => setTimeout(resolve))

const onHistory = async <Value>(work: (history: OpenHistory) => Promise<Value>): Promise<Value> => {
  made += 1
  const databaseName = `bench-${made}`
  const keyValue = browserKeyValue(`${databaseName}/`)
  const history = openHistory({
    clock: systemClock,
    chance: systemChance,
    keyValue,
    locks: webLocks(),
    databaseName,
  })
  try {
    await history.all('words')
    return await work(history)
  } finally {
    await history.close()
    await drop(databaseName)
    await keyValue.remove(await keyValue.keys())
  }
}

const certain = <Value>(result: { readonly ok: boolean; readonly value?: Value }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value as Value
}

const source = { id: 'bench', format: 'thaw' }

/** Its four rounds, told apart by how far it has come: two in which rows are met, and one for each place they are written to. */
const bringInto = async (history: OpenHistory): Promise<Brought> => {
  const begun = performance.now()
  let [met, written] = [begun, begun]
  const onProgress = (count: number, of: number) => {
    if (2 * count <= of) met = performance.now()
    if (4 * count <= 3 * of) written = performance.now()
  }
  certain(await history.whole.bring(source, rows, { onProgress, pause }))
  const ended = performance.now()
  return { meet: met - begun, journal: written - met, transaction: ended - written }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

globalThis.wholeBench = {
  make: count => {
    rows = [...checkInsOf(count, 1_000)].flat().map(row => ({ store: 'checkIns', row }))
  },

  bare: async () => {
    await drop('bare')
    const opening = indexedDB.open('bare')
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('checkIns', { keyPath: 'id' }).createIndex('time', ['at', 'id'])
    const database = await done(opening)
    const took = await timed(
      () =>
        new Promise<void>((resolve, reject) => {
          const transaction = database.transaction('checkIns', 'readwrite', { durability: 'strict' })
          const store = transaction.objectStore('checkIns')
          for (const { row } of rows) store.put(row)
          transaction.oncomplete = () => resolve()
          transaction.onabort = () => reject(transaction.error)
        }),
    )
    database.close()
    await drop('bare')
    return took
  },

  bring: () => onHistory(bringInto),

  stop: at =>
    onHistory(async history => {
      const stop = new AbortController()
      let stopped = 0
      const onProgress = (count: number, of: number) => {
        if (stopped > 0 || count < at * of) return
        // Whoever stops does so in a task of their own.
        setTimeout(() => {
          stopped = performance.now()
          stop.abort()
        })
        stopped = Number.POSITIVE_INFINITY
      }
      const ended = certain(
        await history.whole.bring(source, rows, { onProgress, pause, signal: stop.signal }),
      )
      const took = performance.now() - stopped
      if (ended !== null) throw new Error(`Stopped at ${at}, it was done nevertheless`)
      // What is cleared away after the answer is waited for by the next work.
      certain(await history.packClosedMonths())
      return took
    }),

  rest: () =>
    onHistory(async history => {
      const { whole } = history
      certain(await whole.bring(source, rows, { pause }))
      const times: { [what: string]: number } = {}
      const take = async (what: string, work: () => Promise<{ readonly ok: boolean }>) => {
        times[what] = await timed(async () => certain(await work()))
      }
      await take('compare with the same', () => whole.compare(rows, { pause }))
      await take('list the imports', () => whole.imports())
      await take('counts', () => whole.counts())
      await take('check', () => whole.check({ pause }))
      await take('rows in a year', () => whole.inPeriod('2020-01-01', '2020-12-31'))
      await take('take back', () => whole.takeBack(source.id, { pause }))
      certain(await whole.bring(source, rows, { pause }))
      await take('delete a year', () => whole.removePeriod('2020-01-01', '2020-12-31', { pause }))
      return times
    }),
}
