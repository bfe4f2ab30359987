/** What the browser says about the room that Thaw takes, and whether it keeps it. */
import { browser } from 'wxt/browser'
import type { StorageFacts } from '../app/data-ports.ts'
import { second } from '../core/time.ts'

/** Firefox may leave the question to persist without an answer: https://developer.mozilla.org/docs/Web/API/StorageManager/persist */
const patience = 3 * second

/** The answer; null where it cannot be found out, or not soon. */
const ifKnown = <Value>(answer: Promise<Value>): Promise<Value | null> =>
  Promise.race([answer, new Promise<null>(resolve => setTimeout(() => resolve(null), patience))]).catch(
    () => null,
  )

export const storageFacts: StorageFacts = {
  usage: async () => (await ifKnown(navigator.storage.estimate()))?.usage ?? null,
  localBytes: () => ifKnown(browser.storage.local.getBytesInUse(null)),
  isPersisted: () => ifKnown(navigator.storage.persisted()),
  persist: () => ifKnown(navigator.storage.persist()),
  version: browser.runtime.getManifest().version,
}
