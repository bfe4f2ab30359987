/** The composition root of the lock, and of what stands under it; loaded where there is one, or one is to be made. */

import { caredForKey, daysTriedKey, updateWaitsKey } from '../core/value-keys.ts'
import { wakeBy } from '../platform/alarms.ts'
import { localValues, sessionValues } from '../platform/local.ts'
import { windowKey } from '../platform/windows.ts'
import { createKeyring } from '../store/lock/keyring.ts'
import { createLock } from '../store/lock/lock.ts'
import { rewriteValues, sealedValues } from '../store/lock/sealed-values.ts'
import { isSecret, secretKeys } from '../store/lock/secret-keys.ts'
import type { OpenHistory } from '../store/open.ts'
import { renewing } from '../store/renewing.ts'
import { sealedRecords } from '../store/sealed-records.ts'
import { sealedWhole } from '../store/sealed-whole.ts'
import { createSettingsStore } from '../store/settings.ts'
import type { WholeHistory } from './data-ports.ts'
import type { LockOfHistory } from './lock-ports.ts'
import type { Chance, Changes, Clock, KeyValue, Locks, Records } from './ports.ts'

/** What says nothing of anybody. */
const stays = [updateWaitsKey, caredForKey, daysTriedKey, windowKey]

type Needs = {
  readonly history: Pick<OpenHistory, 'changeLock' | 'mendLock' | 'whole'>
  readonly changes: Changes
  readonly clock: Clock
  readonly chance: Chance
  readonly locks: Locks
}

const composeParts = ({ history, changes, clock, chance, locks }: Needs) => {
  const keyring = createKeyring({ local: localValues, session: sessionValues, changes })
  const local = sealedValues(localValues, isSecret, keyring.gate)
  const lock = createLock({
    keyring,
    session: sessionValues,
    stays,
    history: { ...history, rewrite: history.whole.rewrite, putRight: history.whole.putRight },
    rewriteValues: () => rewriteValues(localValues, secretKeys, isSecret, keyring.gate),
    renewCopies: async () => {
      const { composeSnapshotStore } = await import('./compose-snapshot-store.ts')
      const settings = createSettingsStore(localValues, locks, clock)
      return composeSnapshotStore({ settings, clock, locks, local: localValues }, history.whole).takeDue()
    },
    renewLater: () => localValues.set(renewing),
    changes,
    wakeBy: at => void wakeBy(at).catch(() => {}),
    clock,
    chance,
  })
  return { lock, local }
}

/** For the background, which reads no secrets. */
export const composeLock = (needs: Needs): LockOfHistory => composeParts(needs).lock

export type UnderLock = {
  readonly lock: LockOfHistory
  readonly records: Records
  readonly whole: WholeHistory
  readonly local: KeyValue
}

export const composeUnderLock = (needs: Needs & { readonly history: OpenHistory }): UnderLock => {
  const { lock, local } = composeParts(needs)
  return {
    lock,
    records: sealedRecords(needs.history, lock.gate),
    whole: sealedWhole(needs.history.whole, lock.gate),
    local,
  }
}
