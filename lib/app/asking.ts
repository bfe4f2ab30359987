/** The page model of how a check-in asks. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Changes, SettingsStore } from './ports.ts'

export type Asking = {
  /** The first question stands alone; null until the settings are read. */
  readonly firstAlone: ReadonlySignal<boolean | null>
  /** The latest choice could not be kept. */
  readonly failed: ReadonlySignal<boolean>
  load(): Promise<void>
  askFirstAlone(on: boolean): Promise<void>
}

type Needs = { readonly settings: SettingsStore; readonly changes: Changes }

export const createAsking = ({ settings, changes }: Needs): Asking => {
  const firstAlone = signal<boolean | null>(null)
  const failed = signal(false)

  const attempt = async (read: () => Promise<{ readonly firstAlone: boolean }>): Promise<boolean> => {
    try {
      firstAlone.value = (await read()).firstAlone
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
    firstAlone,
    failed,
    load,
    askFirstAlone: async on => {
      const kept = await attempt(() => settings.change(current => ({ ...current, firstAlone: on })))
      if (kept) changes.announce('settings')
    },
  }
}
