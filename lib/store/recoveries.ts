/** What a person is to be told about a restored history, kept until they have read it. */
import type { KeyValue, Recoveries, Recovery } from '../app/ports.ts'

/** Its key in `storage.local`. */
export const recoveryKey = 'history/recovery'

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Null where nothing is to be told, or nothing that can be read. Rejects where the browser refuses. */
export const readRecovery = async (keyValue: KeyValue): Promise<Recovery | null> => {
  const found = (await keyValue.get([recoveryKey]))[recoveryKey]
  if (typeof found !== 'object' || found === null) return null
  const { at, restored, missing, settings, copies } = found as { readonly [key: string]: unknown }
  if (!isCount(at) || !isCount(restored) || !isCount(missing)) return null
  const more = {
    ...(settings === true && { settings: true as const }),
    ...(copies === true && { copies: true as const }),
  }
  return { at, restored, missing, ...more }
}

/** What is to be told of a loss together with what of earlier ones was not read yet. */
export const recoveryWith = (news: Recovery, unread: Recovery | null): Recovery => ({
  ...unread,
  ...news,
  restored: news.restored + (unread?.restored ?? 0),
  missing: news.missing + (unread?.missing ?? 0),
})

/** `opened` settles once the history was opened, or could not be. */
export const storedRecoveries = (keyValue: KeyValue, opened: () => Promise<unknown>): Recoveries => ({
  unread: async () => {
    // Losses are found on opening; a history that cannot be opened says so by itself.
    await opened()
    return readRecovery(keyValue)
  },
  markRead: () => keyValue.remove([recoveryKey]),
})
