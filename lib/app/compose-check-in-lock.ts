/** What the check-in stands on where there is a lock; loaded only then. */
import { systemClock } from '../platform/clock.ts'
import { localValues, sessionValues } from '../platform/local.ts'
import { createKeyring } from '../store/lock/keyring.ts'
import { outsideRecords } from '../store/lock/outside-records.ts'
import { outsideValues } from '../store/lock/outside-values.ts'
import { sealedValues } from '../store/lock/sealed-values.ts'
import { isSecret } from '../store/lock/secret-keys.ts'
import { shutRecords } from '../store/lock/shut-records.ts'
import { usedKey } from '../store/lock/used.ts'
import { sealedCheckInRecords } from '../store/sealed-records.ts'
import type { Changes, CheckInRecords, KeyValue } from './ports.ts'

/** What a check-in keeps its answers in, and what was typed and not kept. */
export type Ground = {
  readonly records: CheckInRecords
  readonly values: KeyValue
  readonly isLocked: boolean
  /** False once it is another: a lock was put on or taken off, opened or closed since. */
  stands(): Promise<boolean>
}

/** Nothing that was stored is shown while it is locked; what is answered then is opened once it is not. */
export const composeCheckInLock = async (ground: Ground, changes: Changes): Promise<Ground> => {
  const keyring = createKeyring({ local: localValues, session: sessionValues, changes })
  const look = async () => {
    const header = await keyring.header()
    const key = header === null || header === 'unreadable' ? null : await keyring.key(header)
    return { header, key }
  }
  const { header, key } = await look()
  if (header === null) return ground
  const idOf = (one: typeof header | null) => (one === null || one === 'unreadable' ? one : one.id)
  const stands = async () => {
    const now = await look()
    return idOf(now.header) === idOf(header) && (now.key === null) === (key === null)
  }
  if (header === 'unreadable' || key === null)
    return {
      records: header === 'unreadable' ? shutRecords() : outsideRecords(ground.records, header.publicKey),
      values: outsideValues(ground.values, isSecret),
      isLocked: true,
      stands,
    }
  const values = sealedValues(ground.values, isSecret, keyring.gate)
  return {
    records: sealedCheckInRecords(ground.records, keyring.gate),
    values: {
      ...values,
      set: async items => {
        // Answering, or going through a pause, is using Thaw: it does not lock itself meanwhile.
        await sessionValues.set({ [usedKey]: systemClock.now().epochMilliseconds })
        await values.set(items)
      },
    },
    isLocked: false,
    stands,
  }
}
