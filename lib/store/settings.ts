/** The settings in `storage.local`: read tolerantly, changed one change after another. */
import type { Clock, KeyValue, Locks, SettingsStore } from '../app/ports.ts'
import { readSettings } from '../core/settings.ts'
import type { Instant } from '../core/time.ts'
import { settingsKey } from './settings-key.ts'

/** When they were last made other than they were, in milliseconds since 1970: who changed nothing sees that somebody did. */
export const settingsChangedKey = 'settings-changed'

/** The same of what is stored; null where it is not known. */
export const readSettingsChanged = (stored: { readonly [key: string]: unknown }): Instant | null => {
  const at = stored[settingsChangedKey]
  return Number.isSafeInteger(at) ? Number(at) : null
}

/** Beside them stands when they were last changed. */
export const createSettingsStore = (local: KeyValue, locks: Locks, clock: Clock): SettingsStore => {
  const read = async () => readSettings((await local.get([settingsKey]))[settingsKey])
  return {
    read,
    change: change =>
      locks.exclusive(settingsKey, async () => {
        const before = await read()
        const next = readSettings(change(before))
        const isOther = JSON.stringify(next) !== JSON.stringify(before)
        const at = isOther ? { [settingsChangedKey]: clock.now().epochMilliseconds } : {}
        await local.set({ [settingsKey]: next, ...at })
        return next
      }),
  }
}
