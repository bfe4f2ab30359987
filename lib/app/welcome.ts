/** The page model of the welcome: one question, whose answer is kept at once; no answer means no reminders. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { defaultPerDay, type NudgeMode, type Settings } from '../core/settings.ts'
import type { Changes, Nudges, SettingsStore } from './ports.ts'

export type Welcome = {
  /** null until the question is answered. */
  readonly answer: ReadonlySignal<'yes' | 'no' | null>
  /** True where an answer could not be kept. */
  readonly failed: ReadonlySignal<boolean>
  /** Shows what holds since an earlier visit; nothing where the question is still open. */
  load(): Promise<void>
  choose(answer: 'yes' | 'no'): Promise<void>
  /** The first check-in opens whether or not the question was answered. */
  start(): Promise<void>
}

type Needs = {
  readonly settings: SettingsStore
  readonly nudges: Pick<Nudges, 'tell'>
  readonly changes: Pick<Changes, 'announce'>
  readonly openCheckIn: () => void
}

/** What a yes means to begin with. */
const firstMode: NudgeMode = { kind: 'random', perDay: defaultPerDay }

const answered = (current: Settings, answer: 'yes' | 'no'): Settings => {
  const before = current.nudges.mode
  const mode: NudgeMode = answer === 'no' ? { kind: 'off' } : before.kind === 'off' ? firstMode : before
  return { ...current, welcomed: true, askAgain: false, nudges: { ...current.nudges, mode } }
}

export const createWelcome = ({ settings, nudges, changes, openCheckIn }: Needs): Welcome => {
  const answer = signal<'yes' | 'no' | null>(null)
  const failed = signal(false)

  const keep = async (change: (current: Settings) => Settings): Promise<void> => {
    try {
      await settings.change(change)
      failed.value = false
      changes.announce('settings')
      // It is kept. A worker that cannot be told now reads it whenever it wakes.
      void nudges.tell({ kind: 'settings-changed' }).catch(() => {})
    } catch {
      failed.value = true
    }
  }

  return {
    answer,
    failed,
    load: async () => {
      const current = await settings.read()
      if (current.nudges.mode.kind !== 'off') answer.value = 'yes'
      else if (!current.askAgain) answer.value = 'no'
    },
    choose: async chosen => {
      answer.value = chosen
      await keep(current => answered(current, chosen))
    },
    start: async () => {
      // The click opens the check-in first: browsers ask for a fresh click before they show the popup.
      openCheckIn()
      await keep(current => ({ ...current, welcomed: true }))
    },
  }
}
