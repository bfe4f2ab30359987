/** The person's hours, read from the clock on the wall: written a second time and differently, so that the laws do not ask the machine about itself. */
import type { Hours, WeekHours } from '../../lib/core/settings.ts'
import { hour, type Instant, zonedAt } from '../../lib/core/time.ts'

const minutesPerDay = 24 * 60

const windowsOn = (hours: WeekHours, day: Temporal.PlainDate): readonly Hours[] =>
  hours[day.dayOfWeek - 1] ?? []

const crosses = ({ from, to }: Hours): boolean => to <= from

/** Whether the clocks of the zone change within two days of `now`. */
export const clocksChange = (now: Temporal.ZonedDateTime): boolean => {
  const offset = (days: number) =>
    zonedAt(now.epochMilliseconds + days * 24 * hour, now.timeZoneId).offsetNanoseconds
  return offset(-2) !== now.offsetNanoseconds || offset(2) !== now.offsetNanoseconds
}

/** When the clocks show `minute` of `day`: the first time where it comes twice, as much later as the clocks jump where it never comes. */
const instantAt = (day: Temporal.PlainDate, minute: number, zone: string): Instant => {
  const wall = day.toPlainDateTime().add({ minutes: minute })
  const early = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const exists = early.toPlainDateTime().equals(wall)
  return (exists ? early : wall.toZonedDateTime(zone, { disambiguation: 'later' })).epochMilliseconds
}

/** A day that the calendar of the zone leaves out, such as 30 December 2011 in Apia, has no hours. */
const existed = (day: Temporal.PlainDate, zone: string): boolean =>
  day.toZonedDateTime(zone).toPlainDate().equals(day)

/** Whether a window that starts on `day` covers `now`, reckoned in instants: needed only where clocks change. */
const covers = (hours: WeekHours, day: Temporal.PlainDate, now: Temporal.ZonedDateTime): boolean =>
  existed(day, now.timeZoneId) &&
  windowsOn(hours, day).some(window => {
    const from = instantAt(day, window.from, now.timeZoneId)
    const to = instantAt(day, window.to + (crosses(window) ? minutesPerDay : 0), now.timeZoneId)
    return from <= now.epochMilliseconds && now.epochMilliseconds < to
  })

const minuteOf = (now: Temporal.ZonedDateTime): number => now.hour * 60 + now.minute

/** Whether a window of yesterday reaches past midnight over `now`. */
export const inYesterdaysWindow = (hours: WeekHours, now: Temporal.ZonedDateTime): boolean => {
  const yesterday = now.toPlainDate().subtract({ days: 1 })
  if (clocksChange(now)) return covers(hours, yesterday, now)
  return windowsOn(hours, yesterday).some(window => crosses(window) && minuteOf(now) < window.to)
}

/** Whether the person's hours hold at `now`. */
export const inHours = (hours: WeekHours, now: Temporal.ZonedDateTime): boolean => {
  if (inYesterdaysWindow(hours, now)) return true
  const today = now.toPlainDate()
  if (clocksChange(now)) return covers(hours, today, now)
  const minute = minuteOf(now)
  return windowsOn(hours, today).some(
    window => window.from <= minute && (crosses(window) || minute < window.to),
  )
}

/** The day that `now` belongs to: past midnight, inside a window of the day before, that day goes on. */
export const dayOf = (hours: WeekHours, now: Temporal.ZonedDateTime): Temporal.PlainDate => {
  const today = now.toPlainDate()
  return inYesterdaysWindow(hours, now) ? today.subtract({ days: 1 }) : today
}

/** Whether a fixed time of the day lies in the hours of any day of an ordinary week. */
export const everInHours = (hours: WeekHours, minute: number): boolean =>
  hours.some((windows, weekday) => {
    const before = hours[(weekday + 6) % 7] ?? []
    return (
      windows.some(window => window.from <= minute && (crosses(window) || minute < window.to)) ||
      before.some(window => crosses(window) && minute < window.to)
    )
  })
