/** The page model of Settings → Reminders: every valid change is kept at once and told to the nudge machine. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { mostWindows, type NudgeSettings, nudgeLimits } from '../core/settings.ts'
import type { Changes, Nudges, SettingsStore } from './ports.ts'
import {
  formOf,
  type HoursText,
  hoursIn,
  type NumberField,
  numberFields,
  numberIn,
  type RemindersForm,
  settingsFrom,
} from './reminders-form.ts'

/** `saved` and `failed` speak of the last change that could be kept. */
export type Saving = 'nothing-yet' | 'saving' | 'saved' | 'failed'

export type Reminders = {
  /** null until the settings are read. */
  readonly form: ReadonlySignal<RemindersForm | null>
  /** What stands on screen and is not kept: numbers by field once they were left, hours as `day place` (0–6, 0…). */
  readonly wrong: ReadonlySignal<ReadonlySet<string>>
  readonly saving: ReadonlySignal<Saving>
  readonly limits: typeof nudgeLimits & { readonly windows: number }
  load(): Promise<void>
  chooseMode(mode: 'off' | 'random' | 'every'): Promise<void>
  typeNumber(field: NumberField, text: string): Promise<void>
  /** Leaving a field is the moment to say what is wrong with it. */
  leave(field: string): void
  /** `day` is 0 (Monday) to 6, or `all`. */
  typeHours(day: number | 'all', place: number, text: Partial<HoursText>): Promise<void>
  addHours(day: number | 'all'): Promise<void>
  removeHours(day: number | 'all', place: number): Promise<void>
  /** Gives each day a row of its own. */
  showEachDay(): void
  /** Gives all days the hours of this one, and one row. */
  sameEveryDay(day: number): Promise<void>
  setChannel(channel: keyof NudgeSettings['channels'], on: boolean): Promise<void>
  tryAgain(): Promise<void>
}

type Needs = {
  readonly settings: SettingsStore
  readonly nudges: Pick<Nudges, 'tell'>
  readonly changes: Changes
}

const firstHours: HoursText = { from: '09:00', to: '21:00' }

const hoursField = (day: number, place: number): string => `${day} ${place}`

export const createReminders = ({ settings, nudges, changes }: Needs): Reminders => {
  const form = signal<RemindersForm | null>(null)
  const left = signal<ReadonlySet<string>>(new Set())
  const saving = signal<Saving>('nothing-yet')
  let line: Promise<void> = Promise.resolve()
  let waiting = 0

  const keep = async (): Promise<void> => {
    const wanted = form.value
    if (!wanted) return
    try {
      const before = (await settings.read()).nudges
      if (JSON.stringify(settingsFrom(wanted, before)) === JSON.stringify(before)) {
        if (saving.value !== 'failed') return
      }
      saving.value = 'saving'
      await settings.change(current => ({ ...current, nudges: settingsFrom(wanted, current.nudges) }))
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
    line = line.then(keep).finally(() => {
      waiting -= 1
    })
    return line
  }

  const change = (next: (current: RemindersForm) => RemindersForm): Promise<void> => {
    if (form.value) form.value = next(form.value)
    return save()
  }

  const changeHours = (
    day: number | 'all',
    next: (rows: readonly HoursText[]) => readonly HoursText[],
  ): Promise<void> =>
    change(current => {
      // One row for all days is Monday's row, given to every day.
      const rows = next(current.hours[day === 'all' ? 0 : day] ?? [])
      const hours = current.hours.map((kept, place) => (day === 'all' || day === place ? rows : kept))
      return { ...current, hours }
    })

  const load = async () => {
    try {
      const current = await settings.read()
      // What is typed right now says more than what was stored a moment ago.
      if (waiting === 0) form.value = formOf(current.nudges, form.value)
    } catch {
      saving.value = 'failed'
    }
  }

  changes.listen(topic => {
    if (topic === 'settings') void load()
  })

  return {
    form,
    wrong: computed(() => {
      const found = new Set<string>()
      if (!form.value) return found
      for (const field of numberFields) {
        if (left.value.has(field) && numberIn(field, form.value.numbers[field]) === null) found.add(field)
      }
      for (const [day, rows] of form.value.hours.entries()) {
        for (const [place, row] of rows.entries()) {
          const name = hoursField(day, place)
          if (left.value.has(name) && hoursIn(row) === null) found.add(name)
        }
      }
      return found
    }),
    saving,
    limits: { ...nudgeLimits, windows: mostWindows },
    load,
    chooseMode: mode => {
      // A number that stands there wrong keeps the mode from beginning: it is said at once.
      left.value = new Set([...left.value, mode === 'random' ? 'perDay' : 'minutes'])
      return change(current => ({ ...current, mode }))
    },
    typeNumber: (field, text) =>
      change(current => ({ ...current, numbers: { ...current.numbers, [field]: text } })),
    leave: field => {
      left.value = new Set([...left.value, field])
    },
    typeHours: (day, place, text) =>
      changeHours(day, rows => rows.map((row, other) => (other === place ? { ...row, ...text } : row))),
    addHours: day => changeHours(day, rows => (rows.length < mostWindows ? [...rows, firstHours] : rows)),
    removeHours: (day, place) => changeHours(day, rows => rows.filter((_, other) => other !== place)),
    showEachDay: () => {
      if (form.value) form.value = { ...form.value, eachDay: true }
    },
    sameEveryDay: day =>
      change(current => {
        const rows = current.hours[day] ?? []
        return { ...current, eachDay: false, hours: current.hours.map(() => rows) }
      }),
    setChannel: (channel, on) =>
      change(current => ({ ...current, channels: { ...current.channels, [channel]: on } })),
    tryAgain: () => (form.value ? save() : load()),
  }
}
