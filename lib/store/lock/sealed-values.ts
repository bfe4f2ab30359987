/** Values outside the database under the lock: those of the named keys are texts that nobody else can read. */
import type { Gate } from '../../app/lock-ports.ts'
import type { KeyValue } from '../../app/ports.ts'

/** What stands in place of a value that is sealed. */
type SealedValue = { readonly sealed: string }

const isSealedValue = (value: unknown): value is SealedValue =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'sealed') === 'string'

/** Where `gate` gives null there is no lock, and values are as they are. What cannot be opened is as good as not there. */
export const sealedValues = (values: KeyValue, isSecret: (key: string) => boolean, gate: Gate): KeyValue => ({
  ...values,
  get: async keys => {
    const found = await values.get(keys)
    if (!Object.values(found).some(isSealedValue)) return found
    const sealer = await gate()
    const opened = await Promise.all(
      Object.entries(found).map(async ([key, value]) => {
        if (!isSealedValue(value)) return [[key, value]]
        try {
          return sealer === null ? [] : [[key, JSON.parse(await sealer.openText(key, value.sealed))]]
        } catch {
          return []
        }
      }),
    )
    return Object.fromEntries(opened.flat())
  },
  set: async items => {
    if (!Object.keys(items).some(isSecret)) return values.set(items)
    const sealer = await gate()
    if (sealer === null || sealer.opensOnly) return values.set(items)
    const sealed = await Promise.all(
      Object.entries(items).map(async ([key, value]) => [
        key,
        isSecret(key) ? { sealed: await sealer.sealText(key, JSON.stringify(value)) } : value,
      ]),
    )
    await values.set(Object.fromEntries(sealed))
  },
})
