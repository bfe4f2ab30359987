/** The time of day in any zone, for many instants near one another: the calendar is asked once between two clock changes. */
import { type Instant, minute, zonedAt } from './time.ts'

/** As long as the clocks of a zone stand still against UTC; `until` is not included. */
type Stretch = { readonly from: Instant; readonly until: Instant; readonly offset: number }

const minutesPerDay = 24 * 60

const stretchAt = (at: Instant, zone: string): Stretch => {
  const reading = zonedAt(at, zone)
  // The change at or before an instant that is itself a change is the one before it.
  const before = zonedAt(at + 1, zone).getTimeZoneTransition('previous')
  return {
    from: before?.epochMilliseconds ?? -Infinity,
    until: reading.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: reading.offsetNanoseconds / 1e6,
  }
}

/** Gives the minute of the day, 0–1439, that the clocks of `zone` show at `at`; null for a zone or an instant that is none. */
export const createZoneClock = (): ((at: Instant, zone: string) => number | null) => {
  const known = new Map<string, Stretch[]>()
  const find = (at: Instant, zone: string): Stretch | null => {
    const stretches = known.get(zone) ?? []
    const found = stretches.find(({ from, until }) => from <= at && at < until)
    if (found) return found
    try {
      const made = stretchAt(at, zone)
      // What comes next is most often near to what came last.
      known.set(zone, [made, ...stretches])
      return made
    } catch {
      return null
    }
  }
  return (at, zone) => {
    const stretch = find(at, zone)
    if (stretch === null) return null
    const minutes = Math.floor((at + stretch.offset) / minute) % minutesPerDay
    return minutes < 0 ? minutes + minutesPerDay : minutes
  }
}
