/** That the daily copies still hold what many deleted records held, until they were made anew. */
import type { KeyValue } from '../app/ports.ts'

const renewKey = 'snapshots/renew'

/** To be set together with the tombstones: killed before the copies are made anew, nothing else would tell of it. */
export const renewing = { [renewKey]: true }

/** True where the copies are still to be made anew. Rejects where the browser refuses. */
export const isRenewing = async (keyValue: KeyValue): Promise<boolean> =>
  (await keyValue.get([renewKey]))[renewKey] !== undefined

/** To be called before the new copy is begun: what is deleted after that is a reason for another one. Rejects where the browser refuses. */
export const endRenewing = (keyValue: KeyValue): Promise<void> => keyValue.remove([renewKey])
