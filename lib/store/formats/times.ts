/** Days and times as other apps write them. What is ambiguous is not guessed. */
import type { ForeignTime, UnreadableReason } from '../../core/foreign.ts'
import type { Day } from '../../core/time.ts'

/** A time, or why it is none. */
export type TimeRead = ForeignTime | Extract<UnreadableReason, 'no-time' | 'bad-time' | 'out-of-range'>

/** No app of the kind is older, and ids begin with milliseconds since then. */
const firstYear = 1970

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const fullMonths =
  'january february march april may june july august september october november december'.split(' ')

/** 1–12 of an English name, full or short; null for any other. */
const monthNamed = (name: string): number | null => {
  const plain = name.toLowerCase().replace(/\.$/, '')
  if (plain === 'sept') return 9
  const place = fullMonths.includes(plain) ? fullMonths.indexOf(plain) : months.indexOf(plain)
  return place === -1 ? null : place + 1
}

const daysIn = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

const pad = (number: number, length = 2): string => String(number).padStart(length, '0')

/** The day of a year, a month from 1 and a day from 1. */
export const dayOf = (year: number, month: number, day: number): Day | 'bad-time' | 'out-of-range' => {
  if (![year, month, day].every(Number.isInteger)) return 'bad-time'
  if (month < 1 || month > 12 || day < 1) return 'bad-time'
  if (year < firstYear || year > 9999) return 'out-of-range'
  return day > daysIn(year, month) ? 'bad-time' : `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

const isTrouble = (day: string): day is 'bad-time' | 'out-of-range' =>
  day === 'bad-time' || day === 'out-of-range'

/** `2024-05-01`, `2024-5-1`, `2024/5/1`; `1st May 2024`, `1 May 2024`, `May 1, 2024`. */
export const readDay = (text: string): Day | 'no-time' | 'bad-time' | 'out-of-range' => {
  const plain = text.trim()
  if (plain === '') return 'no-time'
  const numbers = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(plain)
  if (numbers) return dayOf(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]))
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3,9}\.?),? (\d{4})$/i.exec(plain)
  const named = dayFirst ?? /^([a-z]{3,9}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(plain)
  if (!named) return 'bad-time'
  const month = monthNamed((dayFirst ? named[2] : named[1]) ?? '')
  if (month === null) return 'bad-time'
  return dayOf(Number(named[3]), month, Number(dayFirst ? named[1] : named[2]))
}

/** Minutes after midnight of `14:30`, `14:30:05`, `8:30 am`, `8:30 p.m.`; null where it is none. */
export const readClock = (text: string): number | null => {
  const found = /^(\d{1,2})[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*([ap])\.?\s?m\.?)?$/i.exec(text.trim())
  if (!found) return null
  const hour = Number(found[1])
  const minute = Number(found[2])
  const half = found[4]?.toLowerCase()
  if (minute > 59 || Number(found[3] ?? 0) > 59) return null
  if (half === undefined) return hour > 23 ? null : hour * 60 + minute
  if (hour < 1 || hour > 12) return null
  return ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute
}

/** A day and a time of day from two texts; the day alone where the second is empty. */
export const dayAndClock = (dayText: string, clockText: string): TimeRead => {
  const day = readDay(dayText)
  if (day === 'no-time' || isTrouble(day)) return day
  if (clockText.trim() === '') return { kind: 'day', day }
  const minute = readClock(clockText)
  return minute === null ? 'bad-time' : { kind: 'wall', day, minute }
}

const latest = 253_402_300_800_000

/** A moment in epoch milliseconds; `offset` in minutes. */
export const moment = (at: number, offset: number | null): TimeRead => {
  const whole = Math.floor(at)
  if (!Number.isFinite(whole)) return 'bad-time'
  return whole < 0 || whole >= latest ? 'out-of-range' : { kind: 'instant', at: whole, offset }
}

/** Epoch milliseconds of a day and the minutes after its midnight, as if it were in UTC. */
export const asUtc = (day: Day, minute: number): number =>
  Temporal.Instant.from(`${day}T00:00Z`).epochMilliseconds + minute * 60_000

/**
 * `2020-04-09`, `2020-04-09 10:07`, `2020-04-09T10:07:55.123`, and these followed by `Z` or an offset such as `+0100`. `Z` says when
 * it was, and nothing about where.
 */
export const readIso = (text: string): TimeRead => {
  const plain = text.trim()
  if (plain === '') return 'no-time'
  const found =
    /^([\d/-]{8,10})(?:[T ]+(\d{1,2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(?:(Z|UTC)|([+-])(\d{2}):?(\d{2})))?)?$/i.exec(
      plain,
    )
  if (!found) return 'bad-time'
  const [, dayText = '', clock, seconds = '0', fraction = '', utc, sign, hours, minutes] = found
  const day = readDay(dayText)
  if (day === 'no-time' || isTrouble(day)) return day
  if (clock === undefined) return { kind: 'day', day }
  const minute = readClock(clock)
  if (minute === null || Number(seconds) > 60) return 'bad-time'
  if (utc === undefined && sign === undefined) return { kind: 'wall', day, minute }
  const offset = sign === undefined ? null : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  if (Number(minutes ?? 0) > 59 || Number(hours ?? 0) > 18) return 'bad-time'
  const milliseconds = Number(seconds) * 1_000 + Number(fraction.padEnd(3, '0').slice(0, 3))
  return moment(asUtc(day, minute) + milliseconds - (offset ?? 0) * 60_000, offset)
}
