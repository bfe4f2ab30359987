/** The settings in `storage.local`: read tolerantly, changed one change after another. */
import type { Clock, KeyValue, Locks, SettingsStore } from '../app/ports.ts'
import { readSettings } from '../core/settings.ts'
import type { Instant } from '../core/time.ts'
import { settingsKey } from './settings-key.ts'

/**
 * The key of the time, in milliseconds since 1970, at which the settings last changed: a person who changed nothing sees that somebody did.
 */
export const settingsChangedKey = 'settings-changed'

/** That time in what is stored; null where it is not known. */
export const readSettingsChanged = (stored: { readonly [key: string]: unknown }): Instant | null => {
  const at = stored[settingsChangedKey]
  return Number.isSafeInteger(at) ? Number(at) : null
}

/** Also keeps when they were last changed; see settingsChangedKey. */
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
