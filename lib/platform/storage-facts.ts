/** What the browser says about the room that Thaw takes, and whether it keeps it. */
import { browser } from 'wxt/browser'
import type { StorageFacts } from '../app/data-ports.ts'
import { second } from '../core/time.ts'

/** Firefox may leave the question to persist without an answer: https://developer.mozilla.org/docs/Web/API/StorageManager/persist */
const patience = 3 * second

/** What cannot be found out, or not soon, is not known. */
const orNull = <Value>(answer: Promise<Value>): Promise<Value | null> =>
  Promise.race([answer, new Promise<null>(resolve => setTimeout(() => resolve(null), patience))]).catch(
    () => null,
  )

export const storageFacts: StorageFacts = {
  usage: async () => (await orNull(navigator.storage.estimate()))?.usage ?? null,
  localBytes: () => orNull(browser.storage.local.getBytesInUse(null)),
  isPersisted: () => orNull(navigator.storage.persisted()),
  persist: () => orNull(navigator.storage.persist()),
  version: browser.runtime.getManifest().version,
}
