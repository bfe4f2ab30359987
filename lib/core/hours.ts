/** The hours in which reminders may come, as spans of real time on one day in one zone. */
import type { WeekHours } from './settings.ts'
import type { Instant } from './time.ts'

/** `from` included, `to` not. */
export type Span = { readonly from: Instant; readonly to: Instant }

const minutesPerDay = 24 * 60

/**
 * The instant at which the clocks of `zone` show `minuteOfDay` (0–1440) on `day`. A time that a clock change skips maps forward by
 * the length of the change; one that comes twice counts once, the first time.
 */
export const instantOn = (day: Temporal.PlainDate, minuteOfDay: number, zone: string): Instant => {
  const date = minuteOfDay < minutesPerDay ? day : day.add({ days: 1 })
  const minutes = minuteOfDay % minutesPerDay
  const time = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60)
  return date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

/** Whether the clocks of `zone` ever show that day: Samoa had no 30 December 2011. */
export const isLived = (day: Temporal.PlainDate, zone: string): boolean =>
  day.toZonedDateTime(zone).toPlainDate().equals(day)

const merge = (spans: readonly Span[]): readonly Span[] => {
  const merged: Span[] = []
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1)
    if (last === undefined || span.from > last.to) merged.push(span)
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
  }
  return merged
}

const starting = (hours: WeekHours, day: Temporal.PlainDate, zone: string): readonly Span[] => {
  const windows = isLived(day, zone) ? (hours[day.dayOfWeek - 1] ?? []) : []
  const spans = windows.map(({ from, to }) => ({
    from: instantOn(day, from, zone),
    to: instantOn(to > from ? day : day.add({ days: 1 }), to, zone),
  }))
  return merge(spans.filter(span => span.to > span.from))
}

/**
 * The spans that belong to `day`: the windows that start on it, merged, in order. What a window of the day before covers past
 * midnight belongs to that day, so that no moment belongs to two days.
 */
export const spansOn = (hours: WeekHours, day: Temporal.PlainDate, zone: string): readonly Span[] => {
  const taken = Math.max(-Infinity, ...starting(hours, day.subtract({ days: 1 }), zone).map(span => span.to))
  return starting(hours, day, zone)
    .map(span => ({ from: Math.max(span.from, taken), to: span.to }))
    .filter(span => span.to > span.from)
}

/** Whether reminders may come at `now`, by the clocks of the zone that `now` is read in. */
export const withinHours = (hours: WeekHours, now: Temporal.ZonedDateTime): boolean => {
  const today = now.toPlainDate()
  const at = now.epochMilliseconds
  return [today.subtract({ days: 1 }), today].some(day =>
    starting(hours, day, now.timeZoneId).some(span => span.from <= at && at < span.to),
  )
}
