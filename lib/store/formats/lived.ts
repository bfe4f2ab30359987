/** When and where an entry of another app was lived, as far as its file says and a person has chosen. */
import type { ForeignTime } from '../../core/foreign.ts'
import { type Instant, type Moment, minute, momentOf, zonedAt } from '../../core/time.ts'
import { asUtc } from './times.ts'

/** Where only the day is known, so that it is that day in the zones around as well. */
const noon = 12 * 60
const offsetId = (minutes: number): string => {
  const whole = Math.abs(minutes)
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(whole / 60))}:${pad(whole % 60)}`
}

/** An instant is lived in the chosen zone where its offset is that of the zone, else at the offset that the file names. */
export const lived = (time: ForeignTime, zone: string): Moment => {
  if (time.kind === 'instant') {
    const there = zonedAt(time.at, zone)
    return time.offset === null || there.offsetNanoseconds === time.offset * minute * 1e6
      ? momentOf(there)
      : momentOf(there.withTimeZone(offsetId(time.offset)))
  }
  const minutes = time.kind === 'day' ? noon : time.minute
  const clock = { hour: Math.floor(minutes / 60), minute: minutes % 60 }
  // A time that the clocks skipped moves on by as much; of one that they showed twice, the first counts.
  return momentOf(
    Temporal.PlainDate.from(time.day)
      .toPlainDateTime(clock)
      .toZonedDateTime(zone, { disambiguation: 'compatible' }),
  )
}

/** The time as it stands in the file, whatever zone is chosen: ids must not depend on that. */
export const writtenTime = (time: ForeignTime): Instant => {
  if (time.kind === 'instant') return time.at
  return asUtc(time.day, time.kind === 'day' ? noon : time.minute)
}
