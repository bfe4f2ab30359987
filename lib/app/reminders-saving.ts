/** Keeps reminder settings while they are typed: one change after the other, and each told to the nudge machine. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createQueue } from '../core/queue.ts'
import type { NudgeSettings, Settings } from '../core/settings.ts'
import type { Changes, Nudges, SettingsStore } from './ports.ts'
import { formOf, type RemindersForm, settingsFrom } from './reminders-form.ts'

/** `saved` and `failed` speak of the last change that could be kept. */
export type Saving = 'nothing-yet' | 'saving' | 'saved' | 'failed'

export type RemindersSaving = {
  /** null until the settings are read. */
  readonly form: Signal<RemindersForm | null>
  /** What holds: everything valid on screen, and what was kept before in place of the rest. */
  readonly settings: ReadonlySignal<NudgeSettings | null>
  readonly saving: ReadonlySignal<Saving>
  load(): Promise<void>
  change(next: (current: RemindersForm) => RemindersForm): Promise<void>
  tryAgain(): Promise<void>
}

export type SavingNeeds = {
  readonly settings: SettingsStore
  readonly nudges: Pick<Nudges, 'tell'>
  readonly changes: Changes
}

export const createRemindersSaving = ({ settings: store, nudges, changes }: SavingNeeds): RemindersSaving => {
  const form = signal<RemindersForm | null>(null)
  const kept = signal<NudgeSettings | null>(null)
  const settings = computed(() => kept.value && form.value && settingsFrom(form.value, kept.value))
  const saving = signal<Saving>('nothing-yet')
  const inTurn = createQueue()
  let waiting = 0

  const keep = async (): Promise<void> => {
    const wanted = form.value
    if (!wanted) return
    try {
      const before = (await store.read()).nudges
      if (JSON.stringify(settingsFrom(wanted, before)) === JSON.stringify(before)) {
        if (saving.value !== 'failed') return
      }
      saving.value = 'saving'
      const change = (current: Settings) => ({ ...current, nudges: settingsFrom(wanted, current.nudges) })
      kept.value = (await store.change(change)).nudges
      changes.announce('settings')
      saving.value = 'saved'
      // They are kept. A worker that cannot be told now reads them whenever it wakes.
      void nudges.tell({ kind: 'settings-changed' }).catch(() => {})
    } catch {
      saving.value = 'failed'
    }
  }

  /** One change after the other; the last one stands. */
  const save = (): Promise<void> => {
    waiting += 1
    return inTurn(keep).finally(() => {
      waiting -= 1
    })
  }

  const change = (next: (current: RemindersForm) => RemindersForm): Promise<void> => {
    if (form.value) form.value = next(form.value)
    return save()
  }

  const load = async () => {
    try {
      const current = await store.read()
      kept.value = current.nudges
      // What is typed right now says more than what was stored a moment ago.
      if (waiting === 0) form.value = formOf(current.nudges, form.value)
    } catch {
      saving.value = 'failed'
    }
  }

  changes.listen(topic => {
    if (topic === 'settings') void load()
  })

  return { form, settings, saving, load, change, tryAgain: () => (form.value ? save() : load()) }
}
