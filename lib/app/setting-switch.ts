/** The page model of one setting that is on or off. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Settings } from '../core/settings.ts'
import type { Changes, SettingsStore } from './ports.ts'

export type SettingSwitch = {
  /** null until the settings are read. */
  readonly on: ReadonlySignal<boolean | null>
  /** The latest choice could not be kept. */
  readonly failed: ReadonlySignal<boolean>
  load(): Promise<void>
  set(on: boolean): Promise<void>
}

type Needs = { readonly settings: SettingsStore; readonly changes: Changes }

export const createSettingSwitch = (
  { settings, changes }: Needs,
  name: 'firstAlone' | 'spellcheck',
): SettingSwitch => {
  const on = signal<boolean | null>(null)
  const failed = signal(false)

  const attempt = async (read: () => Promise<Settings>): Promise<boolean> => {
    try {
      on.value = (await read())[name]
      failed.value = false
    } catch {
      failed.value = true
    }
    return !failed.value
  }
  const load = async () => void (await attempt(settings.read))

  changes.listen(topic => {
    if (topic === 'settings') void load()
  })

  return {
    on,
    failed,
    load,
    set: async on => {
      const kept = await attempt(() => settings.change(current => ({ ...current, [name]: on })))
      if (kept) changes.announce('settings')
    },
  }
}
