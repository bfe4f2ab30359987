/** Days, times and names of countries and languages, as the language shown writes them. */
import { type Day, type Instant, zonedAt } from '../core/time.ts'
import { formatterOf } from './i18n.ts'

const dayStyles = {
  /** Sunday, November 22 */
  heading: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Sunday, November 22, 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** November 22, 2026 */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
  /** Sunday */
  weekday: { weekday: 'long' },
} as const satisfies { [style: string]: Intl.DateTimeFormatOptions }

/** A civil day, `YYYY-MM-DD`, in words. */
export const formatDay = (day: Day, style: keyof typeof dayStyles = 'heading'): string =>
  formatterOf(`day ${style}`, tag => new Intl.DateTimeFormat(tag, dayStyles[style])).format(
    Temporal.PlainDate.from(day),
  )

/** The name of an ISO weekday, 1 (Monday) to 7. */
export const formatWeekday = (weekday: number): string => formatDay(`2024-01-0${weekday}`, 'weekday')

/** The time of day at `at` in `zone`. */
export const formatTime = (at: Instant, zone: string): string =>
  formatterOf('time', tag => new Intl.DateTimeFormat(tag, { timeStyle: 'short' })).format(
    zonedAt(at, zone).toPlainTime(),
  )

/** Minutes after midnight as a time of day. */
export const formatMinutes = (minutes: number): string =>
  formatterOf('time', tag => new Intl.DateTimeFormat(tag, { timeStyle: 'short' })).format(
    Temporal.PlainTime.from('00:00').add({ minutes }),
  )

/** A number of minutes with its unit: 90 minutes. */
export const formatLength = (minutes: number): string =>
  formatterOf(
    'minutes',
    tag => new Intl.NumberFormat(tag, { style: 'unit', unit: 'minute', unitDisplay: 'long' }),
  ).format(minutes)

/** A number of seconds with its unit: 20 seconds. */
export const formatSeconds = (seconds: number): string =>
  formatterOf(
    'seconds',
    tag => new Intl.NumberFormat(tag, { style: 'unit', unit: 'second', unitDisplay: 'long' }),
  ).format(seconds)

/** Day and time at `at` in `zone`. */
export const formatDayTime = (at: Instant, zone: string): string =>
  formatterOf(
    'day time',
    tag => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }),
  ).format(zonedAt(at, zone).toPlainDateTime())

/** The name of a country, from its ISO 3166 alpha-2 code. */
export const formatCountry = (code: string): string =>
  formatterOf('country', tag => new Intl.DisplayNames(tag, { type: 'region' })).of(code) ?? code

/** The name of a language, from its BCP 47 tag. */
export const formatLanguage = (language: string): string =>
  formatterOf('language', tag => new Intl.DisplayNames(tag, { type: 'language' })).of(language) ?? language
