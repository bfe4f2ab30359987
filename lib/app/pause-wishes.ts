/** How the person likes pauses to go: tempo and sound, as their settings hold them. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { defaultSettings, type PauseSettings } from '../core/settings.ts'
import type { Changes, SettingsStore } from './ports.ts'

/** What a soft sound marks. */
export type Cue = 'step' | 'in' | 'out' | 'end'

export type PauseWishes = {
  /** The defaults until they are read. */
  readonly value: ReadonlySignal<PauseSettings>
  load(): Promise<void>
  /** Holds at once; where it cannot be kept, for as long as the popup stands. */
  change(change: Partial<PauseSettings>): void
  /** Makes the sound, where the person switched sounds on. */
  cue(kind: Cue): void
}

export type PauseWishesNeeds = {
  readonly settings: Pick<SettingsStore, 'read' | 'change'>
  readonly changes: Pick<Changes, 'announce'>
  readonly sound: (cue: Cue) => void
}

export const createPauseWishes = ({ settings, changes, sound }: PauseWishesNeeds): PauseWishes => {
  const value = signal(defaultSettings.pauses)
  return {
    value,
    load: async () => {
      try {
        value.value = (await settings.read()).pauses
      } catch {
        // As the catalogue has it, and silent.
      }
    },
    change: change => {
      value.value = { ...value.value, ...change }
      settings
        .change(current => ({ ...current, pauses: { ...current.pauses, ...change } }))
        .then(() => changes.announce('settings'))
        .catch(() => {})
    },
    cue: kind => {
      if (value.value.sound) sound(kind)
    },
  }
}
