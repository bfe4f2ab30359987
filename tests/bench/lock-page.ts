/** In a page of the extension: puts a lock before a history of its own, opens it, and reads what it sealed. */
import type { StoredRow } from '../../lib/core/merge.ts'
import { createChanges } from '../../lib/platform/changes.ts'
import { systemClock } from '../../lib/platform/clock.ts'
import { browserKeyValue } from '../../lib/platform/key-value.ts'
import { systemChance } from '../../lib/platform/random.ts'
import { createKeyring } from '../../lib/store/lock/keyring.ts'
import { createLock } from '../../lib/store/lock/lock.ts'
import { webLocks } from '../../lib/store/locks.ts'
import { memoryValues } from '../../lib/store/memory-values.ts'
import { type OpenHistory, openHistory } from '../../lib/store/open.ts'
import { sealedRecords } from '../../lib/store/sealed-records.ts'
import { checkInsOf } from './history.ts'

export type LockBench = {
  /** A history with so many check-ins. */
  make(count: number): Promise<void>
  /** Deriving a key from a passphrase once, and nothing else: milliseconds, as everywhere. */
  derive(): Promise<number>
  turnOn(): Promise<number>
  /** Encrypts what was written before. */
  seal(): Promise<number>
  unlock(): Promise<number>
  /** The newest so many check-ins, read without the lock and through it. */
  read(limit: number): Promise<{ readonly bare: number; readonly opened: number }>
  /** Takes the lock off: everything is written in the clear again. */
  turnOff(): Promise<number>
  end(): Promise<void>
}

declare global {
  var lockBench: LockBench
}

const passphrase = 'five quiet herons at noon'
const way = { kind: 'passphrase', text: passphrase } as const
const databaseName = 'bench-lock'
const keyValue = browserKeyValue(`${databaseName}/`)
const session = memoryValues()
const changes = createChanges()
const pause = () => new Promise<void>(resolve => setTimeout(resolve))

let history: OpenHistory
let lock: ReturnType<typeof createLock>

const certain = <Value>(result: { readonly ok: boolean; readonly value?: Value }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value as Value
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

globalThis.lockBench = {
  make: async count => {
    const shared = { clock: systemClock, chance: systemChance }
    history = openHistory({ ...shared, keyValue, locks: webLocks(), databaseName })
    const rows = [...checkInsOf(count, 1_000)].flat().map((row): StoredRow => ({ store: 'checkIns', row }))
    certain(await history.whole.bring({ id: 'bench', format: 'thaw' }, rows, { pause }))
    lock = createLock({
      ...shared,
      keyring: createKeyring({ local: keyValue, session, changes }),
      session,
      stays: [],
      history: { ...history, rewrite: history.whole.rewrite, putRight: history.whole.putRight },
      rewriteValues: async () => {},
      renewCopies: async () => {},
      renewLater: async () => {},
      changes,
      wakeBy: () => {},
    })
  },

  derive: async () => {
    const from = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, [
      'deriveBits',
    ])
    const salt = crypto.getRandomValues(new Uint8Array(16))
    return timed(() =>
      crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 }, from, 256),
    )
  },

  turnOn: () => timed(async () => certain(await lock.turnOn({ passphrase, withCode: true, minutes: 15 }))),

  seal: () =>
    timed(async () => {
      if (!certain(await lock.finish({ pause })).isDone) throw new Error('It was stopped')
    }),

  unlock: async () => {
    await lock.lock()
    return timed(async () => {
      certain(await lock.unlock(way))
      await lock.gate()
    })
  },

  read: async limit => ({
    bare: await timed(async () => certain(await history.page('checkIns', { limit }))),
    opened: await timed(async () =>
      certain(await sealedRecords(history, lock.gate).page('checkIns', { limit })),
    ),
  }),

  turnOff: () =>
    timed(async () => {
      if (!certain(await lock.turnOff(way, { pause })).isDone) throw new Error('It was stopped')
    }),

  end: async () => {
    await history.close()
    indexedDB.deleteDatabase(databaseName)
    await keyValue.remove(await keyValue.keys())
  },
}
