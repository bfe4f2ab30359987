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

/**
 * Writes the values of these keys once more as the lock wants them by now, one after the other. What somebody writes meanwhile is never
 * put back to what it was: it is read and written anew.
 */
export const rewriteValues = async (
  values: KeyValue,
  keys: readonly string[],
  isSecret: (key: string) => boolean,
  sealer: Gate,
): Promise<void> => {
  for (const key of keys) {
    const stored = async () => JSON.stringify(await values.get([key]))
    let isStale = true
    while (isStale) {
      isStale = false
      const before = await stored()
      const set: KeyValue['set'] = async items => {
        isStale = (await stored()) !== before
        if (!isStale) await values.set(items)
      }
      const under = sealedValues({ ...values, set }, isSecret, sealer)
      const found = await under.get([key])
      if (Object.hasOwn(found, key)) await under.set(found)
    }
  }
}
