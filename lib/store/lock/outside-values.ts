/** Values outside the database while it is locked: secrets are neither read nor kept, and live as long as the page. */
import type { KeyValue } from '../../app/ports.ts'
import { memoryValues } from '../memory-values.ts'

/** A value whose key `isSecret` names lives in this object alone, and `keys` does not list it. Rejects where `values` does. */
export const outsideValues = (values: KeyValue, isSecret: (key: string) => boolean): KeyValue => {
  const own = memoryValues()
  const [secret, plain] = [isSecret, (key: string) => !isSecret(key)]
  return {
    get: async keys => ({
      ...(await values.get(keys.filter(plain))),
      ...(await own.get(keys.filter(secret))),
    }),
    set: async items => {
      const all = Object.entries(items)
      const [open, kept] = [all.filter(([key]) => plain(key)), all.filter(([key]) => secret(key))]
      if (kept.length > 0) await own.set(Object.fromEntries(kept))
      if (open.length > 0) await values.set(Object.fromEntries(open))
    },
    remove: async keys => {
      await own.remove(keys.filter(secret))
      const others = keys.filter(plain)
      if (others.length > 0) await values.remove(others)
    },
    keys: values.keys,
  }
}
