/** Small values outside the database, each under its own key of a storage area. */
import type { KeyValue, Slot } from '../app/ports.ts'

/** `read` makes a value of whatever is stored, or null of what cannot be used; it is not asked where nothing is stored. */
export const createSlot = <Value>(
  values: KeyValue,
  key: string,
  read: (stored: unknown) => Value | null,
): Slot<Value> => ({
  read: async () => {
    const stored = (await values.get([key]))[key]
    return stored === undefined ? null : read(stored)
  },
  write: value => (value === null ? values.remove([key]) : values.set({ [key]: value })),
})
