/** What of a day holds now: the answers that still speak for it, and when that changes by the clock alone. */
import type { CheckIn, Reflection } from './records.ts'
import { hour, type Instant, momentOf, zoneSpread } from './time.ts'

/** What was logged speaks for so long of how it is now, in milliseconds, and never for the day before. */
export const speaksFor = 2 * hour

/** From when on what was logged still speaks. */
export const speakingSince = (now: Temporal.ZonedDateTime): Instant =>
  Math.max(now.startOfDay().epochMilliseconds, now.epochMilliseconds - speaksFor + 1)

/** When records of this day can have been, in whatever zone they were lived; `to` is left out. */
export const spanOfToday = (
  now: Temporal.ZonedDateTime,
): { readonly from: Instant; readonly to: Instant } => {
  const from = now.startOfDay().epochMilliseconds - zoneSpread
  return { from, to: from + 24 * hour + 2 * zoneSpread }
}

/** The latest check-in, where it is of this day; one whose time is not known, or is still to come, says nothing of now. */
export const latestToday = (checkIns: readonly CheckIn[], now: Temporal.ZonedDateTime): CheckIn | null => {
  const { at: end, day } = momentOf(now)
  const latest = checkIns
    .filter(checkIn => checkIn.precision === 'minute' && checkIn.at <= end)
    .reduce<CheckIn | null>((last, one) => (last && last.at > one.at ? last : one), null)
  return latest?.day === day ? latest : null
}

/** The latest check-in of this day, where it still speaks. */
export const latestSpeaking = (checkIns: readonly CheckIn[], now: Temporal.ZonedDateTime): CheckIn | null => {
  const latest = latestToday(checkIns, now)
  return latest !== null && latest.at >= speakingSince(now) ? latest : null
}

type Logged = Pick<CheckIn | Reflection, 'at'>

/** When the clock next changes what holds: at the next hour or day, or when something of `logged` is no longer to come or has no say any more. */
export const nextTurn = (now: Temporal.ZonedDateTime, logged: readonly Logged[]): Instant => {
  const at = now.epochMilliseconds
  const nextHour = now.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 })
  const tomorrow = now.toPlainDate().add({ days: 1 }).toZonedDateTime(now.timeZoneId)
  const turns = logged.flatMap(one => [one.at, one.at + speaksFor]).filter(turn => turn > at)
  return Math.min(nextHour.epochMilliseconds, tomorrow.epochMilliseconds, ...turns)
}
