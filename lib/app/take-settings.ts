/** Takes over the settings that a backup holds, whatever they are. */
import { readSettings } from '../core/settings.ts'
import type { Changes, Nudges, SettingsStore } from './ports.ts'

/** Resolves false where they could not be kept. */
export type TakeSettings = (stored: unknown) => Promise<boolean>

type Needs = {
  readonly settings: Pick<SettingsStore, 'change'>
  readonly nudges: Pick<Nudges, 'tell'>
  readonly changes: Pick<Changes, 'announce'>
}

export const createTakeSettings =
  ({ settings, nudges, changes }: Needs): TakeSettings =>
  async stored => {
    const taken = readSettings(stored)
    try {
      // A person who has seen the welcome here does not meet it again.
      await settings.change(current => ({ ...taken, welcomed: taken.welcomed || current.welcomed }))
    } catch {
      return false
    }
    changes.announce('settings')
    // Where the worker cannot be reached, it reads them at its next start.
    await nudges.tell({ kind: 'settings-changed' }).catch(() => {})
    return true
  }
