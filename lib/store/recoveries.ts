/** What a person is to be told about a restored history, kept until they have read it. */
import type { KeyValue, Recoveries, Recovery } from '../app/ports.ts'

/** Its key in `storage.local`. */
export const recoveryKey = 'history/recovery'

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Null where nothing is to be told, or nothing that can be read. Rejects where the browser refuses. */
export const readRecovery = async (keyValue: KeyValue): Promise<Recovery | null> => {
  const found = (await keyValue.get([recoveryKey]))[recoveryKey]
  if (typeof found !== 'object' || found === null) return null
  const { at, restored, missing } = found as { readonly [key: string]: unknown }
  return isCount(at) && isCount(restored) && isCount(missing) ? { at, restored, missing } : null
}

/** `opened` settles once the history was opened, or could not be. */
export const storedRecoveries = (keyValue: KeyValue, opened: () => Promise<unknown>): Recoveries => ({
  unread: async () => {
    // Losses are found on opening; a history that cannot be opened says so by itself.
    await opened()
    return readRecovery(keyValue)
  },
  markRead: () => keyValue.remove([recoveryKey]),
})
