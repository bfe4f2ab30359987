/** Keys and values that live in memory alone. */
import type { KeyValue } from '../app/ports.ts'

/** As JSON keeps them, like the storage of the browser, and at first what is given; nothing of it outlives the object. */
export const memoryValues = (first: { readonly [key: string]: unknown } = {}): KeyValue => {
  const kept = new Map<string, string>()
  const put = (items: { readonly [key: string]: unknown }) => {
    for (const [key, value] of Object.entries(items)) {
      const text = JSON.stringify(value)
      // What JSON does not know is not there, as in the browser's storage.
      if (text === undefined) kept.delete(key)
      else kept.set(key, text)
    }
  }
  put(first)
  return {
    get: async keys =>
      Object.fromEntries(
        keys.flatMap(key => {
          const value = kept.get(key)
          return value === undefined ? [] : [[key, JSON.parse(value)]]
        }),
      ),
    set: async items => put(items),
    remove: async keys => {
      for (const key of keys) kept.delete(key)
    },
    keys: async () => [...kept.keys()],
  }
}
