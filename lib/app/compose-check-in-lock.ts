/** What the check-in stands on where there is a lock; loaded only then. */
import { localValues, sessionValues } from '../platform/local.ts'
import { createKeyring } from '../store/lock/keyring.ts'
import { outsideRecords } from '../store/lock/outside-records.ts'
import { outsideValues } from '../store/lock/outside-values.ts'
import { sealedValues } from '../store/lock/sealed-values.ts'
import { isSecret } from '../store/lock/secret-keys.ts'
import { sealedCheckInRecords } from '../store/sealed-records.ts'
import type { Changes, CheckInRecords, KeyValue } from './ports.ts'

/** What a check-in keeps its answers in, and what was typed and not kept. */
export type Ground = {
  readonly records: CheckInRecords
  readonly values: KeyValue
  readonly isLocked: boolean
}

/** Nothing that was stored is shown while it is locked; what is answered then is opened once it is not. */
export const underLock = async (ground: Ground, changes: Changes): Promise<Ground> => {
  const keyring = createKeyring({ local: localValues, session: sessionValues, changes })
  const header = await keyring.header()
  if (header === null) return ground
  if (header === 'unreadable')
    return { ...ground, values: outsideValues(ground.values, isSecret), isLocked: true }
  if ((await keyring.key(header)) === null)
    return {
      records: outsideRecords(ground.records, header.publicKey),
      values: outsideValues(ground.values, isSecret),
      isLocked: true,
    }
  return {
    records: sealedCheckInRecords(ground.records, keyring.gate),
    values: sealedValues(ground.values, isSecret, keyring.gate),
    isLocked: false,
  }
}
