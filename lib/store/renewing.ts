/** That the daily copies still hold what many deleted records held, until they were made anew. */
import type { KeyValue } from '../app/ports.ts'

const renewKey = 'snapshots/renew'

/** To be set together with the tombstones: killed before the copies are made anew, nothing else would tell of it. */
export const renewing = { [renewKey]: true }

export const isRenewing = async (keyValue: KeyValue): Promise<boolean> =>
  (await keyValue.get([renewKey]))[renewKey] !== undefined

export const endRenewing = (keyValue: KeyValue): Promise<void> => keyValue.remove([renewKey])
