/** Felt over a period: its answers in days, weeks, months or years, each with its middle and its spread; gaps stay gaps. */
import { dayNumber, lengthOf, type Period } from './period.ts'
import type { DayRow } from './records.ts'
import { type Day, isDay } from './time.ts'

/** What one day with check-ins says about felt. */
export type FeltDay = {
  readonly day: Day
  readonly checkIns: number
  /** How often 0 to 10 was answered, by place. */
  readonly counts: readonly number[]
  readonly cantTell: number
}

export type FeltDays = {
  /** Oldest first. */
  readonly days: readonly FeltDay[]
  /** Check-ins whose day no calendar has: they have no place in a line, and are said beside it. */
  readonly impossible: number
}

/** The middle of the answers and where their middle half lies; null where there is no answer. */
export type Spread = {
  readonly answers: number
  readonly middle: number | null
  readonly lower: number | null
  readonly upper: number | null
}

export type FeltSums = Spread & { readonly cantTell: number; readonly checkIns: number }

export type FeltBucket = Period &
  FeltSums & {
    /** Where its middle stands, in days since 1970-01-01. */
    readonly at: number
  }

export type FeltUnit = 'day' | 'week' | 'month' | 'year'

export type FeltView = Period & {
  readonly unit: FeltUnit
  /** All of the period, oldest first; the first and the last may be parts of their week, month or year. */
  readonly buckets: readonly FeltBucket[]
  /** The same of all answers together, and on how many days there was one. */
  readonly sums: FeltSums & { readonly days: number }
}

/** 0 to 10. */
const places = 11

/** Most days; what the calendar must be asked for is slower by far. */
const upTo28th = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/

/** The rows with check-ins, cut down to felt; rows must come oldest first. */
export const feltDays = (rows: readonly DayRow[]): FeltDays => {
  const days: FeltDay[] = []
  let impossible = 0
  for (const { day, checkIns, scales } of rows) {
    if (checkIns === 0) continue
    if (!upTo28th.test(day) && !isDay(day)) {
      impossible += checkIns
      continue
    }
    const counts: number[] = []
    for (let value = 0; value < places; value += 1) counts.push(scales.felt.counts[value] ?? 0)
    days.push({ day, checkIns, counts, cantTell: scales.felt.cantTell })
  }
  return { days, impossible }
}

/** The answer at place `rank`, from 1, among all answers in order. */
const ranked = (counts: readonly number[], rank: number): number => {
  let seen = 0
  for (const [value, count] of counts.entries()) {
    seen += count
    if (seen >= rank) return value
  }
  return counts.length - 1
}

/**
 * A quantile of whole answers: the inverse of the empirical distribution, with the mean of both neighbours where it
 * jumps, so that the middle of 4 and 5 is 4.5. Definition 2 of Hyndman & Fan (1996), Sample quantiles in statistical
 * packages, The American Statistician 50, 361–365. `quarters` is 1, 2 or 3.
 */
const quantile = (counts: readonly number[], answers: number, quarters: number): number => {
  const place = (answers * quarters) / 4
  const low = ranked(counts, Math.ceil(place))
  return Number.isInteger(place) ? (low + ranked(counts, place + 1)) / 2 : low
}

/** Middle and quartiles of answers that are given as how often each of 0 to 10 was said. */
export const spreadOf = (counts: readonly number[]): Spread => {
  const answers = counts.reduce((sum, count) => sum + count, 0)
  if (answers === 0) return { answers, middle: null, lower: null, upper: null }
  return {
    answers,
    middle: quantile(counts, answers, 2),
    lower: quantile(counts, answers, 1),
    upper: quantile(counts, answers, 3),
  }
}

const sumsOf = (days: readonly FeltDay[]): FeltSums => {
  const counts = new Array<number>(places).fill(0)
  let cantTell = 0
  let checkIns = 0
  for (const day of days) {
    for (let value = 0; value < places; value += 1)
      counts[value] = (counts[value] ?? 0) + (day.counts[value] ?? 0)
    cantTell += day.cantTell
    checkIns += day.checkIns
  }
  return { ...spreadOf(counts), cantTell, checkIns }
}

/**
 * How wide the buckets of so many days are, by how many points a line can hold and still be read: days up to three
 * months, weeks up to two years, months up to forty, and years for what reaches beyond a life.
 */
export const unitOf = (days: number): FeltUnit => {
  if (days <= 93) return 'day'
  if (days <= 2 * 366) return 'week'
  return days <= 40 * 366 ? 'month' : 'year'
}

/** The first day of the week, month or year that `date` is in; `weekStart` is an ISO weekday, 1 (Monday) to 7. */
const startOf = (date: Temporal.PlainDate, unit: FeltUnit, weekStart: number): Temporal.PlainDate => {
  switch (unit) {
    case 'day':
      return date
    case 'week':
      return date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 })
    case 'month':
      return date.with({ day: 1 })
    case 'year':
      return date.with({ month: 1, day: 1 })
  }
}

const steps = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  year: { years: 1 },
} as const satisfies { [Unit in FeltUnit]: Temporal.DurationLike }

const { compare } = Temporal.PlainDate

/** The period cut at the borders of its weeks, months or years: every day in exactly one piece. */
export const pieces = (period: Period, unit: FeltUnit, weekStart: number): readonly Period[] => {
  const first = Temporal.PlainDate.from(period.from)
  const last = Temporal.PlainDate.from(period.to)
  const found: Period[] = []
  let start = startOf(first, unit, weekStart)
  while (compare(start, last) <= 0) {
    const next = start.add(steps[unit])
    const from = compare(start, first) < 0 ? first : start
    const to = compare(next, last) > 0 ? last : next.subtract({ days: 1 })
    found.push({ from: from.toString(), to: to.toString() })
    start = next
  }
  return found
}

/** What a period says about felt. `days` come oldest first; those outside the period are left out. */
export const feltOverTime = (days: readonly FeltDay[], period: Period, weekStart: number): FeltView => {
  const unit = unitOf(lengthOf(period))
  const within = days.filter(({ day }) => day >= period.from && day <= period.to)
  let next = 0
  const buckets = pieces(period, unit, weekStart).map(piece => {
    const begin = next
    for (let day = within[next]; day !== undefined && day.day <= piece.to; day = within[next]) next += 1
    const at = (dayNumber(piece.from) + dayNumber(piece.to)) / 2
    return { ...piece, at, ...sumsOf(within.slice(begin, next)) }
  })
  const answered = within.filter(({ counts }) => counts.some(count => count > 0))
  return { ...period, unit, buckets, sums: { ...sumsOf(within), days: answered.length } }
}

/** A row for each bucket, as RFC 4180 has it; an empty cell where there is no answer. */
export const feltCsv = ({ buckets }: FeltView): string =>
  [
    ['from', 'to', 'answers', 'middle', 'lower', 'upper', 'cant_tell', 'check_ins'],
    ...buckets.map(({ from, to, answers, middle, lower, upper, cantTell, checkIns }) => [
      from,
      to,
      answers,
      middle ?? '',
      lower ?? '',
      upper ?? '',
      cantTell,
      checkIns,
    ]),
  ]
    .map(row => `${row.join(',')}\r\n`)
    .join('')
