/** A lock before a history in tests: real keys, and memory in place of what the browser shares between its pages. */
import type { LockOfHistory } from '../../lib/app/lock-ports.ts'
import type { Chance, Changes, Clock, KeyValue, Topic } from '../../lib/app/ports.ts'
import type { LockHeader } from '../../lib/core/lock.ts'
import { createKeyring, type Keyring } from '../../lib/store/lock/keyring.ts'
import { makeLock, type NewLock } from '../../lib/store/lock/keys.ts'
import { createLock } from '../../lib/store/lock/lock.ts'
import { rewriteValues, sealedValues } from '../../lib/store/lock/sealed-values.ts'
import { isSecret, secretKeys } from '../../lib/store/lock/secret-keys.ts'
import { memoryValues } from '../../lib/store/memory-values.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { renewing } from '../../lib/store/renewing.ts'
import { testId } from '../contract/fakes.ts'
import { noon } from '../contract/samples.ts'

export const passphrase = 'five quiet herons at noon'

let made: Promise<NewLock> | null = null

/** Deriving a key from a passphrase takes a third of a second; the same lock serves for many histories. */
export const anyLock = (): Promise<NewLock> => {
  made ??= makeLock(testId(noon, 77), { passphrase, withCode: true, minutes: 15 })
  return made
}

/** Word of changes within one page alone, or between those that are given the same one. */
const changesInMemory = (): Changes => {
  const listeners = new Set<(topic: Topic) => void>()
  return {
    announce: topic => {
      for (const heard of [...listeners]) heard(topic)
    },
    listen: heard => {
      listeners.add(heard)
      return () => {
        listeners.delete(heard)
      }
    },
  }
}

export type LockedPage = { readonly lock: LockOfHistory; readonly keyring: Keyring; readonly local: KeyValue }

/** One page's side of the lock. Pages of one browser share `session` and `changes`. */
export const lockPage = (
  history: Pick<OpenHistory, 'changeLock' | 'mendLock' | 'whole'>,
  {
    keyValue,
    clock,
    chance,
    session = memoryValues(),
    changes = changesInMemory(),
    renewCopies = async () => {},
    renewLater = () => keyValue.set(renewing),
  }: {
    readonly keyValue: KeyValue
    readonly clock: Clock
    readonly chance: Chance
    readonly session?: KeyValue
    readonly changes?: Changes
    readonly renewCopies?: () => Promise<unknown>
    readonly renewLater?: () => Promise<void>
  },
): LockedPage => {
  const keyring = createKeyring({ local: keyValue, session, changes })
  const local = sealedValues(keyValue, isSecret, keyring.gate)
  const lock = createLock({
    keyring,
    session,
    stays: ['cared-for'],
    history: { ...history, rewrite: history.whole.rewrite, putRight: history.whole.putRight },
    renewCopies,
    renewLater,
    rewriteValues: () => rewriteValues(keyValue, secretKeys, isSecret, keyring.gate),
    changes,
    wakeBy: () => {},
    clock,
    chance,
  })
  return { lock, keyring, local }
}

/** Puts a lock before a history without deriving keys anew, and opens it; gives its header. */
export const putLock = async (
  { lock, keyring }: LockedPage,
  history: Pick<OpenHistory, 'changeLock'>,
): Promise<LockHeader> => {
  const { header, dataKey } = await anyLock()
  await keyring.hold(header, dataKey)
  await history.changeLock(() => header)
  keyring.announce()
  await lock.finish()
  return header
}
