/** The page model of Settings → Reminders: every valid change is kept at once and told to the nudge machine. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import {
  mostTimes,
  mostWindows,
  type NudgeMode,
  type NudgeSettings,
  nudgeLimits,
  type Settings,
} from '../core/settings.ts'
import type { Changes, Nudges, SettingsStore } from './ports.ts'
import {
  type HoursNote,
  hoursNote,
  isWholeWeek,
  overlapsOn,
  type PlanSentence,
  planSentences,
} from './reminder-plan.ts'
import {
  formOf,
  type HoursText,
  hoursIn,
  type NumberField,
  numberFields,
  numberIn,
  type RemindersForm,
  settingsFrom,
  timeIn,
} from './reminders-form.ts'

/** `saved` and `failed` speak of the last change that could be kept. */
export type Saving = 'nothing-yet' | 'saving' | 'saved' | 'failed'

/** What is to be said of the hours. */
export type HoursNotes = {
  readonly covers: 'nothing' | 'some' | 'all'
  /** Monday first. */
  readonly days: readonly {
    readonly rows: readonly (HoursNote | null)[]
    /** Some of them, or of the evening before, cover the same time. */
    readonly overlap: boolean
  }[]
}

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
  tryAgain(): Promise<void>
}

type Needs = {
  readonly settings: SettingsStore
  readonly nudges: Pick<Nudges, 'tell'>
  readonly changes: Changes
}

const firstHours: HoursText = { from: '09:00', to: '21:00' }

const hoursField = (day: number, place: number): string => `${day} ${place}`

const timeField = (place: number): string => `time ${place}`

const notesOf = (form: RemindersForm | null, settings: NudgeSettings | null): HoursNotes => {
  if (form === null || settings === null) return { covers: 'some', days: [] }
  const { hours } = settings
  const nothing = hours.every(windows => windows.length === 0)
  return {
    covers: nothing ? 'nothing' : isWholeWeek(hours) ? 'all' : 'some',
    days: form.hours.map((rows, day) => ({
      rows: rows.map(row => {
        const found = hoursIn(row)
        return found && hoursNote(found)
      }),
      overlap: overlapsOn(hours, day),
    })),
  }
}

/** An hour after the last one. */
const nextTime = (times: readonly string[]): string => {
  const last = timeIn(times.at(-1) ?? '') ?? 11 * 60
  return `${String(Math.floor(last / 60 + 1) % 24).padStart(2, '0')}:${String(last % 60).padStart(2, '0')}`
}

export const createReminders = ({ settings: store, nudges, changes }: Needs): Reminders => {
  const form = signal<RemindersForm | null>(null)
  const kept = signal<NudgeSettings | null>(null)
  const settings = computed(() => kept.value && form.value && settingsFrom(form.value, kept.value))
  const left = signal<ReadonlySet<string>>(new Set())
  const saving = signal<Saving>('nothing-yet')
  let line: Promise<void> = Promise.resolve()
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

  const changeTimes = (next: (times: readonly string[]) => readonly string[]): Promise<void> =>
    change(current => ({ ...current, times: next(current.times) }))

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

  return {
    form,
    plan: computed(() => settings.value && planSentences(settings.value)),
    hours: computed(() => notesOf(form.value, settings.value)),
    wrong: computed(() => {
      const found = new Set<string>()
      if (!form.value) return found
      for (const field of numberFields) {
        if (left.value.has(field) && numberIn(field, form.value.numbers[field]) === null) found.add(field)
      }
      for (const [place, time] of form.value.times.entries()) {
        if (left.value.has(timeField(place)) && timeIn(time) === null) found.add(timeField(place))
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
    setSharing: on => change(current => ({ ...current, sharing: on })),
    setChannel: (channel, on) =>
      change(current => ({ ...current, channels: { ...current.channels, [channel]: on } })),
    tryAgain: () => (form.value ? save() : load()),
  }
}
