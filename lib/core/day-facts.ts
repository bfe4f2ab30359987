/** What a search asks of a record's day, worked out once a day, for a long history has the same day many times. */
import { placeOf } from './history.ts'
import { type Day, type Instant, isDay } from './time.ts'

export type DayFacts = {
  /** ISO: 1 (Monday) to 7; null where the day is on no calendar. */
  weekday(day: Day): number | null
  /** The day among which it is listed; see `placeOf`. */
  place(day: Day, at: Instant): Day
}

export const createDayFacts = (): DayFacts => {
  const weekdays = new Map<Day, number | null>()
  const weekday = (day: Day): number | null => {
    const known = weekdays.get(day)
    if (known !== undefined) return known
    const found = isDay(day) ? Temporal.PlainDate.from(day).dayOfWeek : null
    weekdays.set(day, found)
    return found
  }
  return { weekday, place: (day, at) => (weekday(day) === null ? placeOf(day, at) : day) }
}
