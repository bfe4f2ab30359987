/** Reminder settings as a person types them, and what of that can be kept. */
import { digitValue } from '../core/digits.ts'
import {
  defaultPerDay,
  type Hours,
  type NudgeMode,
  type NudgeSettings,
  nudgeLimits,
  type WeekHours,
} from '../core/settings.ts'

const numberFields = ['perDay', 'minutes', 'cap', 'gap'] as const
export type NumberField = (typeof numberFields)[number]

/** Times as a time field holds them: `HH:MM`, or empty while it is not complete. */
export type HoursText = { readonly from: string; readonly to: string }

export type RemindersForm = {
  readonly mode: NudgeMode['kind']
  readonly numbers: { readonly [Field in NumberField]: string }
  /** Monday first. */
  readonly hours: readonly (readonly HoursText[])[]
  /** Each day has a row of its own on screen. */
  readonly eachDay: boolean
  /** The fixed times, as typed: `HH:MM`, or empty while one is not complete. */
  readonly times: readonly string[]
  readonly channels: NudgeSettings['channels']
  readonly holdBack: NudgeSettings['holdBack']
  readonly sharing: boolean
  readonly evening: boolean
}

/** What stands there when fixed times are chosen for the first time. */
const firstTimes: readonly string[] = ['10:00', '14:00', '18:00']

/** Time fields know no 24:00; as an end, 00:00 says the same. */
const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const clockMinutes = (text: string): number | null => {
  const found = /^(\d\d):(\d\d)$/.exec(text)
  return found ? Number(found[1]) * 60 + Number(found[2]) : null
}

/** A whole number inside its limits, in the digits of any script; null for everything else. */
const numberIn = (field: NumberField, text: string): number | null => {
  const digits = text.trim().replace(/\p{Nd}/gu, digit => String(digitValue(digit)))
  if (!/^\d{1,4}$/.test(digits)) return null
  const value = Number(digits)
  const { from, to } = nudgeLimits[field]
  return value >= from && value <= to ? value : null
}

/** The minute of the day, or null where the time is not complete. */
export const timeIn = clockMinutes

/** The times as settings keep them, or null where one is not complete. */
const timesIn = (texts: readonly string[]): readonly number[] | null => {
  const times = texts.map(clockMinutes)
  return times.every(time => time !== null) ? [...new Set(times)].sort((one, other) => one - other) : null
}

const sameTimes = (one: readonly number[] | null, other: readonly number[]): boolean =>
  one !== null && one.length === other.length && one.every((time, place) => time === other[place])

export const hoursIn = (text: HoursText): Hours | null => {
  const from = clockMinutes(text.from)
  const to = clockMinutes(text.to)
  return from === null || to === null ? null : { from, to }
}

const sameHours = (one: readonly Hours[], other: readonly Hours[]): boolean =>
  one.length === other.length &&
  one.every((hours, place) => hours.from === other[place]?.from && hours.to === other[place]?.to)

/** The day's hours, or null where a row is not complete. */
const dayIn = (rows: readonly HoursText[]): readonly Hours[] | null => {
  const hours = rows.map(hoursIn)
  return hours.every(one => one !== null) ? hours : null
}

/** The form that shows these settings; what is typed in `before` and cannot be kept, or says the same, stays. */
export const formOf = (settings: NudgeSettings, before: RemindersForm | null): RemindersForm => {
  const { mode } = settings
  const text = (field: NumberField, value: number | null, otherwise: number): string => {
    const typed = before?.numbers[field]
    if (typed !== undefined && (value === null || [null, value].includes(numberIn(field, typed))))
      return typed
    return String(value ?? otherwise)
  }
  const times = (): readonly string[] => {
    const typed = before?.times ?? firstTimes
    if (mode.kind !== 'fixed') return typed
    const found = timesIn(typed)
    // An order or a repetition that says the same stays as it was typed.
    return before && (found === null || sameTimes(found, mode.times)) ? typed : mode.times.map(clockText)
  }
  const [first, ...others] = settings.hours
  return {
    mode: mode.kind,
    numbers: {
      perDay: text('perDay', mode.kind === 'random' ? mode.perDay : null, defaultPerDay),
      minutes: text('minutes', mode.kind === 'every' ? mode.minutes : null, 90),
      cap: text('cap', settings.cap, settings.cap),
      gap: text('gap', settings.gap, settings.gap),
    },
    hours: settings.hours.map((day, place) => {
      const rows = before?.hours[place]
      if (rows && dayIn(rows) === null) return rows
      return day.map(({ from, to }) => ({ from: clockText(from), to: clockText(to) }))
    }),
    eachDay: (before?.eachDay ?? false) || !others.every(day => sameHours(day, first)),
    times: times(),
    channels: settings.channels,
    holdBack: settings.holdBack,
    sharing: settings.sharing,
    evening: settings.evening,
  }
}

const modeFrom = (form: RemindersForm, current: NudgeMode): NudgeMode => {
  switch (form.mode) {
    case 'off':
      return { kind: 'off' }
    case 'random': {
      const kept = current.kind === 'random' ? current.perDay : null
      const perDay = numberIn('perDay', form.numbers.perDay) ?? kept
      return perDay === null ? current : { kind: 'random', perDay }
    }
    case 'every': {
      const kept = current.kind === 'every' ? current.minutes : null
      const minutes = numberIn('minutes', form.numbers.minutes) ?? kept
      return minutes === null ? current : { kind: 'every', minutes }
    }
    case 'fixed': {
      const times = timesIn(form.times) ?? (current.kind === 'fixed' ? current.times : null)
      return times === null ? current : { kind: 'fixed', times }
    }
  }
}

/** The settings with everything from the form that is valid; the rest stays as it was. */
export const settingsFrom = (form: RemindersForm, current: NudgeSettings): NudgeSettings => ({
  ...current,
  mode: modeFrom(form, current.mode),
  hours: current.hours.map(
    (day, place) => dayIn(form.hours[place] ?? []) ?? day,
  ) as readonly (readonly Hours[])[] as WeekHours,
  cap: numberIn('cap', form.numbers.cap) ?? current.cap,
  gap: numberIn('gap', form.numbers.gap) ?? current.gap,
  channels: form.channels,
  holdBack: form.holdBack,
  sharing: form.sharing,
  evening: form.evening,
})

/** How a field is called where something is said of it. */
export const timeField = (place: number): string => `time ${place}`

const hoursField = (day: number, place: number): string => `${day} ${place}`

/** The fields that were left and cannot be kept as they stand. */
export const wrongFields = (form: RemindersForm | null, left: ReadonlySet<string>): ReadonlySet<string> => {
  if (form === null) return new Set()
  const wrong = [
    ...numberFields.filter(field => numberIn(field, form.numbers[field]) === null),
    ...form.times.flatMap((time, place) => (timeIn(time) === null ? [timeField(place)] : [])),
    ...form.hours.flatMap((rows, day) =>
      rows.flatMap((row, place) => (hoursIn(row) === null ? [hoursField(day, place)] : [])),
    ),
  ]
  return new Set(wrong.filter(field => left.has(field)))
}
