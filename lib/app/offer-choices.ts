/** Settings → Data & privacy: what Thaw may offer by itself, each with its switch. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Changes, SettingsStore } from './ports.ts'

type OfferChoice = 'noteCard' | 'helpCard'

export type OfferChoices = {
  /** null until they are read. */
  readonly chosen: ReadonlySignal<{ readonly [Choice in OfferChoice]: boolean } | null>
  /** The latest choice could not be kept. */
  readonly failed: ReadonlySignal<boolean>
  load(): Promise<void>
  /** Shows at once; what cannot be kept stands as it was. */
  set(choice: OfferChoice, on: boolean): Promise<void>
}

type Needs = { readonly settings: SettingsStore; readonly changes: Changes }

export const createOfferChoices = ({ settings, changes }: Needs): OfferChoices => {
  const chosen = signal<OfferChoices['chosen']['value']>(null)
  const failed = signal(false)
  const load = async () => {
    const { noteCard, helpCard } = await settings.read()
    chosen.value = { noteCard, helpCard }
  }
  changes.listen(topic => {
    if (topic === 'settings') void load().catch(() => {})
  })
  return {
    chosen,
    failed,
    load,
    set: async (choice, on) => {
      if (chosen.value) chosen.value = { ...chosen.value, [choice]: on }
      try {
        await settings.change(current => ({ ...current, [choice]: on }))
        failed.value = false
        changes.announce('settings')
      } catch {
        failed.value = true
        await load().catch(() => {})
      }
    },
  }
}
