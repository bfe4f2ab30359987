/** Days, times and names of countries and languages, as the language shown is written where the person lives. */
import { type Day, type Instant, isDay, zonedAt } from '../core/time.ts'
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
  /** November */
  monthAlone: { month: 'long' },
  /** 2026 */
  year: { year: 'numeric' },
  /** Sunday */
  weekday: { weekday: 'long' },
  /** S */
  initial: { weekday: 'narrow' },
} as const satisfies { [style: string]: Intl.DateTimeFormatOptions }

/** A civil day, `YYYY-MM-DD`, in words; what is on no calendar, as it stands. */
export const formatDay = (day: Day, style: keyof typeof dayStyles = 'heading'): string =>
  isDay(day)
    ? formatterOf(
        `day ${style}`,
        tag => new Intl.DateTimeFormat(tag, { ...dayStyles[style], timeZone: 'UTC' }),
      ).format(
        // An instant takes a tenth of the time that a plain date does, and a year has many days.
        Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds,
      )
    : day

/** The clock on the wall at `at` in `zone`, in UTC where no such zone is known; null where `at` is no time. */
const onTheWall = (at: Instant, zone: string): Temporal.PlainDateTime | null => {
  for (const known of [zone, 'UTC']) {
    try {
      return zonedAt(at, known).toPlainDateTime()
    } catch {
      // The next one, or none.
    }
  }
  return null
}

/** Whether the browser knows that time zone. */
export const isZone = (zone: string): boolean => {
  try {
    return zonedAt(0, zone) !== null
  } catch {
    return false
  }
}

/** The name of an ISO weekday, 1 (Monday) to 7. */
export const formatWeekday = (weekday: number): string => formatDay(`2024-01-0${weekday}`, 'weekday')

/** The shortest name of an ISO weekday, 1 (Monday) to 7; several may share one. */
export const formatInitial = (weekday: number): string => formatDay(`2024-01-0${weekday}`, 'initial')

/** A share, 0 to 1, in whole percent. */
export const formatShare = (share: number): string =>
  formatterOf('percent', tag => new Intl.NumberFormat(tag, { style: 'percent' })).format(share)

/** A number with one place after the point: 4.9, 6.0. */
export const formatOnePlace = (value: number): string =>
  formatterOf(
    'one place',
    tag => new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  ).format(value)

/** A year, 0 to 9999, as the language writes it. */
export const formatYear = (year: number): string =>
  formatDay(`${String(year).padStart(4, '0')}-07-01`, 'year')

/** The months of two days, `YYYY-MM-DD`, and all between: July – September 2025. */
export const formatMonths = (from: Day, to: Day): string =>
  formatterOf('months', tag => new Intl.DateTimeFormat(tag, dayStyles.month)).formatRange(
    Temporal.PlainDate.from(from),
    Temporal.PlainDate.from(to),
  )

/** Two whole numbers and all between: 3–4. */
export const formatRange = (from: number, to: number): string =>
  formatterOf('number', tag => new Intl.NumberFormat(tag)).formatRange(from, to)

/** The time of day at `at` in `zone`; empty where there is none. */
export const formatTime = (at: Instant, zone: string): string => {
  const wall = onTheWall(at, zone)
  if (wall === null) return ''
  return formatterOf('time', tag => new Intl.DateTimeFormat(tag, { timeStyle: 'short' })).format(
    wall.toPlainTime(),
  )
}

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

/** Day and time at `at` in `zone`; empty where there are none. */
export const formatDayTime = (at: Instant, zone: string): string => {
  const wall = onTheWall(at, zone)
  if (wall === null) return ''
  return formatterOf(
    'day time',
    tag => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }),
  ).format(wall)
}

/** The name of a country, from its ISO 3166 alpha-2 code. */
export const formatCountry = (code: string): string =>
  formatterOf('country', tag => new Intl.DisplayNames(tag, { type: 'region' })).of(code) ?? code

/** The name of a language, from its BCP 47 tag. */
export const formatLanguage = (language: string): string =>
  formatterOf('language', tag => new Intl.DisplayNames(tag, { type: 'language' })).of(language) ?? language

/** The name of a language in itself, from its BCP 47 tag: Deutsch. */
export const formatOwnLanguage = (language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
