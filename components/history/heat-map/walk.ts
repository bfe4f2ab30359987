/** Where a key leads from a day of the map: arrows by day and week, and the ends of weeks, months and the year. */
import type { YearMap } from '../../../lib/core/heat-map.ts'
import type { Day } from '../../../lib/core/time.ts'

export type Press = { readonly key: string; readonly ctrl: boolean }

type Ground = {
  readonly map: YearMap
  /** The days that can have the focus, oldest first. */
  readonly days: readonly Day[]
  /** Whether the weeks run from right to left: then the arrows do, too. */
  readonly mirrored: boolean
}

/** So many weeks on or back, past days that cannot have the focus; null where the year ends first. */
const byWeeks = ({ map, days }: Ground, from: Day, weeks: 1 | -1): Day | null => {
  let day = Temporal.PlainDate.from(from).add({ weeks })
  while (day.year === map.year) {
    if (days.includes(day.toString())) return day.toString()
    day = day.add({ weeks })
  }
  return null
}

/** The same day of another month, or the nearest one on the way there. */
const byMonths = ({ days }: Ground, from: Day, months: 1 | -1): Day | null => {
  const day = Temporal.PlainDate.from(from).add({ months }).toString()
  return months > 0
    ? (days.findLast(one => one > from && one <= day) ?? days.find(one => one > from) ?? null)
    : (days.find(one => one < from && one >= day) ?? days.findLast(one => one < from) ?? null)
}

/** The days of the week that `from` stands in, as the month shows it. */
const weekOf = ({ map, days }: Ground, from: Day): readonly Day[] => {
  const weeks = map.months.flatMap(month => month.weeks)
  const week = weeks.find(places => places.some(place => place?.day === from)) ?? []
  return week.flatMap(place => (place && days.includes(place.day) ? [place.day] : []))
}

/** Null where the key leads nowhere; then it belongs to the browser. */
export const walk = (ground: Ground, from: Day, { key, ctrl }: Press): Day | null => {
  const { days, mirrored } = ground
  const beside = (by: 1 | -1): Day | null => days[days.indexOf(from) + by] ?? null
  if (ctrl) return (key === 'Home' ? days[0] : key === 'End' ? days.at(-1) : null) ?? null
  switch (key) {
    case 'ArrowRight':
      return beside(mirrored ? -1 : 1)
    case 'ArrowLeft':
      return beside(mirrored ? 1 : -1)
    case 'ArrowDown':
      return byWeeks(ground, from, 1)
    case 'ArrowUp':
      return byWeeks(ground, from, -1)
    case 'Home':
      return weekOf(ground, from)[0] ?? null
    case 'End':
      return weekOf(ground, from).at(-1) ?? null
    case 'PageDown':
      return byMonths(ground, from, 1)
    case 'PageUp':
      return byMonths(ground, from, -1)
    default:
      return null
  }
}
