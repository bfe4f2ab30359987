/** The browser's storage areas as plain keys and values. */
import { browser } from 'wxt/browser'
import type { KeyValue } from '../app/ports.ts'

/** `prefix` keeps apart what belongs to others; every key of this one starts with it in the browser. */
export const browserKeyValue = (prefix = '', name: 'local' | 'session' = 'local'): KeyValue => {
  const area = browser.storage[name] as (typeof browser.storage)[typeof name] & {
    // Chrome 130 and Firefox 143: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/StorageArea/getKeys
    getKeys?(): Promise<string[]>
  }
  const bare = (key: string) => key.slice(prefix.length)
  return {
    get: async keys => {
      const found = await area.get(keys.map(key => prefix + key))
      return Object.fromEntries(Object.entries(found).map(([key, value]) => [bare(key), value]))
    },
    set: items =>
      area.set(Object.fromEntries(Object.entries(items).map(([key, value]) => [prefix + key, value]))),
    remove: keys => area.remove(keys.map(key => prefix + key)),
    keys: async () => {
      const keys = area.getKeys === undefined ? Object.keys(await area.get(null)) : await area.getKeys()
      return keys.filter(key => key.startsWith(prefix)).map(bare)
    },
  }
}
