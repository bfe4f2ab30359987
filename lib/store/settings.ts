/** The settings in `storage.local`: read tolerantly, changed one change after another. */
import type { KeyValue, Locks, SettingsStore } from '../app/ports.ts'
import { readSettings } from '../core/settings.ts'
import { settingsKey } from './settings-key.ts'

export const createSettingsStore = (local: KeyValue, locks: Locks): SettingsStore => {
  const read = async () => readSettings((await local.get([settingsKey]))[settingsKey])
  return {
    read,
    change: change =>
      locks.exclusive(settingsKey, async () => {
        const next = readSettings(change(await read()))
        await local.set({ [settingsKey]: next })
        return next
      }),
  }
}
