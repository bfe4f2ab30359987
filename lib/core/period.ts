/** Periods of the calendar: how long they are, the usual ones, and what lies closer, wider, earlier and later. */
import type { Day } from './time.ts'

/** A stretch of the calendar, both days included. */
export type Period = { readonly from: Day; readonly to: Day }

/** The periods that are chosen by name. */
const periodNames = ['whole', 'days-30', 'months-3', 'year'] as const
export type PeriodName = (typeof periodNames)[number]

/** No closer than a week. */
const closest = 7

const epoch = Temporal.PlainDate.from('1970-01-01')

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => epoch.until(day).days

const dayAt = (number: number): Day => epoch.add({ days: number }).toString()

/** How many days a period has. */
export const lengthOf = ({ from, to }: Period): number => dayNumber(to) - dayNumber(from) + 1

/** The shortest period that holds both. */
export const around = (one: Period, other: Period): Period => ({
  from: one.from < other.from ? one.from : other.from,
  to: one.to > other.to ? one.to : other.to,
})

const backFrom = (today: Day, duration: Temporal.DurationLike): Period => ({
  from: Temporal.PlainDate.from(today).subtract(duration).add({ days: 1 }).toString(),
  to: today,
})

/** The period of that name: up to today, or all of `whole`. */
export const namedPeriod = (name: PeriodName, today: Day, whole: Period): Period => {
  switch (name) {
    case 'whole':
      return whole
    case 'days-30':
      return backFrom(today, { days: 30 })
    case 'months-3':
      return backFrom(today, { months: 3 })
    case 'year':
      return backFrom(today, { years: 1 })
  }
}

/** `days` days that begin at day number `from`, moved so that they stay inside `bounds`, and no more than those. */
const inside = (from: number, days: number, bounds: Period): Period => {
  const first = dayNumber(bounds.from)
  const last = dayNumber(bounds.to)
  const begin = Math.max(first, Math.min(from, last - days + 1))
  return { from: dayAt(begin), to: dayAt(Math.min(last, begin + days - 1)) }
}

/**
 * Half or twice as much around `middle`, a day number, or around the period's own middle. Not less than a week, and
 * not more than `bounds`.
 */
export const zoomed = (
  period: Period,
  way: 'closer' | 'wider',
  bounds: Period,
  middle: number | null = null,
): Period => {
  const days = lengthOf(period)
  if (way === 'closer' && days <= closest) return period
  const next = way === 'closer' ? Math.max(closest, Math.ceil(days / 2)) : days * 2
  const centre = middle ?? (dayNumber(period.from) + dayNumber(period.to)) / 2
  const within = way === 'closer' ? period : around(bounds, period)
  return inside(Math.round(centre - (next - 1) / 2), next, within)
}

/** As much of the calendar, half of its own length earlier or later, as far as `bounds` go. */
export const moved = (period: Period, way: 'earlier' | 'later', bounds: Period): Period => {
  const days = lengthOf(period)
  const step = Math.ceil(days / 2) * (way === 'earlier' ? -1 : 1)
  return inside(dayNumber(period.from) + step, days, around(bounds, period))
}

/** From the one day to the other, in whichever order they were pointed at, as day numbers with fractions. */
export const between = (one: number, other: number): Period => ({
  from: dayAt(Math.round(Math.min(one, other))),
  to: dayAt(Math.round(Math.max(one, other))),
})
