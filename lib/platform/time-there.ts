/** The time of day where something was lived, with the name of the zone where the clocks here showed another. */
import { type Instant, zonedAt } from '../core/time.ts'
import { formatTime } from './formats.ts'
import { formatterOf } from './i18n.ts'

/** "2:05 PM Japan Time" as against "2:05 PM"; `here` is the zone of the reader. Empty where there is no time. */
export const formatTimeThere = (at: Instant, zone: string, here: string): string => {
  const time = formatTime(at, zone)
  if (zone === here) return time
  try {
    if (zonedAt(at, zone).offsetNanoseconds === zonedAt(at, here).offsetNanoseconds) return time
    return formatterOf(
      `time in ${zone}`,
      tag =>
        new Intl.DateTimeFormat(tag, {
          hour: 'numeric',
          minute: '2-digit',
          timeZone: zone,
          timeZoneName: 'shortGeneric',
        }),
    ).format(at)
  } catch {
    // No time, or a zone that is not known here, which is said beside it.
    return time
  }
}
