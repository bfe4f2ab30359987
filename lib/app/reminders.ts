/** The page model of Settings → Reminders: every valid change is kept at once and told to the nudge machine. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { eveningHours } from '../core/evening.ts'
import {
  type Hours,
  mostTimes,
  mostWindows,
  type NudgeMode,
  type NudgeSettings,
  nudgeLimits,
} from '../core/settings.ts'
import { type HoursNotes, hoursNotes } from './hours-notes.ts'
import { type PlanSentence, planSentences } from './reminder-plan.ts'
import {
  type HoursText,
  type NumberField,
  type RemindersForm,
  timeField,
  timeIn,
  wrongFields,
} from './reminders-form.ts'
import { createRemindersSaving, type Saving, type SavingNeeds } from './reminders-saving.ts'

export type Reminders = {
  /** null until the settings are read. */
  readonly form: ReadonlySignal<RemindersForm | null>
  /** What the settings mean: everything valid on screen, and what was kept before in place of the rest. Null until it is read. */
  readonly plan: ReadonlySignal<readonly PlanSentence[] | null>
  readonly hours: ReadonlySignal<HoursNotes>
  /**
   * What stands on screen and is not kept, once it was left: numbers by field, hours as `day place` (0–6, 0…), fixed times as
   * `time place`.
   */
  readonly wrong: ReadonlySignal<ReadonlySet<string>>
  readonly saving: ReadonlySignal<Saving>
  /** Minutes after midnight. */
  readonly eveningHours: Hours
  readonly limits: typeof nudgeLimits & { readonly windows: number; readonly times: number }
  load(): Promise<void>
  chooseMode(mode: NudgeMode['kind']): Promise<void>
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
  typeTime(place: number, text: string): Promise<void>
  addTime(): Promise<void>
  removeTime(place: number): Promise<void>
  setChannel(channel: keyof NudgeSettings['channels'], on: boolean): Promise<void>
  setHoldBack(moment: keyof NudgeSettings['holdBack'], on: boolean): Promise<void>
  setSharing(on: boolean): Promise<void>
  /** Once an evening a reminder leads to a high and a low of the day. */
  setEvening(on: boolean): Promise<void>
  tryAgain(): Promise<void>
}

const firstHours: HoursText = { from: '09:00', to: '21:00' }

/** An hour after the last one. */
const nextTime = (times: readonly string[]): string => {
  const last = timeIn(times.at(-1) ?? '') ?? 11 * 60
  return `${String(Math.floor(last / 60 + 1) % 24).padStart(2, '0')}:${String(last % 60).padStart(2, '0')}`
}

export const createReminders = (needs: SavingNeeds): Reminders => {
  const { form, settings, saving, load, change, tryAgain } = createRemindersSaving(needs)
  const left = signal<ReadonlySet<string>>(new Set())
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

  const changeTimes = (next: (times: readonly string[]) => readonly string[]): Promise<void> =>
    change(current => ({ ...current, times: next(current.times) }))

  return {
    form,
    plan: computed(() => settings.value && planSentences(settings.value)),
    hours: computed(() => hoursNotes(form.value, settings.value)),
    wrong: computed(() => wrongFields(form.value, left.value)),
    saving,
    eveningHours,
    limits: { ...nudgeLimits, windows: mostWindows, times: mostTimes },
    load,
    chooseMode: mode => {
      // A number that stands there wrong keeps the mode from beginning: it is said at once.
      const fields = {
        off: [],
        random: ['perDay'],
        every: ['minutes'],
        fixed: (form.value?.times ?? []).map((_, place) => timeField(place)),
      }[mode]
      left.value = new Set([...left.value, ...fields])
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
    typeTime: (place, text) =>
      changeTimes(times => times.map((time, other) => (other === place ? text : time))),
    addTime: () => changeTimes(times => (times.length < mostTimes ? [...times, nextTime(times)] : times)),
    removeTime: place => {
      // The rows after it move up, and with them what was said of them.
      left.value = new Set([...left.value].filter(field => !field.startsWith('time ')))
      return changeTimes(times => times.filter((_, other) => other !== place))
    },
    setHoldBack: (moment, on) =>
      change(current => ({ ...current, holdBack: { ...current.holdBack, [moment]: on } })),
    setEvening: on => change(current => ({ ...current, evening: on })),
    setSharing: on => change(current => ({ ...current, sharing: on })),
    setChannel: (channel, on) =>
      change(current => ({ ...current, channels: { ...current.channels, [channel]: on } })),
    tryAgain,
  }
}
