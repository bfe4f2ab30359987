/** Time as Thaw keeps it: an instant, the zone it was lived in, and the civil day there. */

/** Epoch milliseconds. */
export type Instant = number

/** A day of the person's calendar, `YYYY-MM-DD`. */
export type Day = string

/** When and where something happened; travel never moves it to another day. */
export type Moment = { readonly at: Instant; readonly zone: string; readonly day: Day }

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute

/** Civil days lie at most this far from the same date in another zone. */
export const zoneSpread = 26 * hour

/** The moment that a clock reading stands for. */
export const momentOf = (now: Temporal.ZonedDateTime): Moment => ({
  at: now.epochMilliseconds,
  zone: now.timeZoneId,
  day: now.toPlainDate().toString(),
})

/** The reading of a clock in `zone` at `at`. */
export const zonedAt = (at: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** Whether any value is a civil day as Thaw writes it. */
export const isDay = (stored: unknown): stored is Day => {
  if (typeof stored !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(stored)) return false
  try {
    return Temporal.PlainDate.from(stored, { overflow: 'reject' }) !== null
  } catch {
    return false
  }
}
