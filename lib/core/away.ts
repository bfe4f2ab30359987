/** The time in which the person wants no nudge. */
import { spansOn } from './hours.ts'
import type { WeekHours } from './settings.ts'
import { type Day, hour, type Instant } from './time.ts'

/** Until an instant, or until a civil day begins, wherever the person is by then. */
export type Away = { readonly until: Instant } | { readonly day: Day }

/** No instant is further away than this: a clock that was set back must not make an hour last a day. */
export const awayAtMost = hour

const startOf = (day: Temporal.PlainDate, zone: string): Instant =>
  day.toZonedDateTime(zone).epochMilliseconds

/** When it is over by the clocks of `zone`. A window that reaches past midnight still belongs to the day before. */
export const awayEnds = (away: Away, hours: WeekHours, zone: string): Instant => {
  if ('until' in away) return away.until
  const day = Temporal.PlainDate.from(away.day)
  const night = spansOn(hours, day.subtract({ days: 1 }), zone).map(span => span.to)
  return Math.max(startOf(day, zone), ...night)
}

/** The day after the one that `now` belongs to: after midnight, inside a window that began before, that is the day itself. */
export const dayAfter = (now: Temporal.ZonedDateTime, hours: WeekHours): Day => {
  const today = now.toPlainDate()
  const at = now.epochMilliseconds
  const night = spansOn(hours, today.subtract({ days: 1 }), now.timeZoneId).some(
    span => span.from <= at && at < span.to,
  )
  return (night ? today : today.add({ days: 1 })).toString()
}

/** The one of two that lasts longer. */
export const longerAway = (one: Away, other: Away | null, hours: WeekHours, zone: string): Away =>
  other !== null && awayEnds(other, hours, zone) > awayEnds(one, hours, zone) ? other : one
