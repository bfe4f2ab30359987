/** One month of the map: a small grid of weeks, each day a place that says in its name what it shows. */
import type { MapDay, MapMonth, MapScale } from '../../../lib/core/heat-map.ts'
import type { Day } from '../../../lib/core/time.ts'
import { formatDay, formatInitial, formatWeekday } from '../../../lib/platform/formats.ts'
import { pictureOf } from './DayPane.tsx'
import { daySentence } from './day-sentence.ts'
import styles from './HeatMonth.module.css'

/** What a person wrote on days; a day may carry several. */
export type DayMarkers = ReadonlyMap<Day, readonly string[]>

type Props = {
  readonly month: MapMonth
  readonly scale: MapScale
  readonly markers: DayMarkers
  /** Only what was found is shown. */
  readonly found: boolean
  /** While the year is read its places are empty, and none can be pressed. */
  readonly complete: boolean
}

/** A day that has passed can be pressed, and one to come where something lies on it. */
export const isReachable = (day: MapDay, markers: DayMarkers): boolean =>
  day.when !== 'to-come' || day.checkIns > 0 || markers.has(day.day)

const Place = ({ day, scale, markers, found, complete }: Omit<Props, 'month'> & { readonly day: MapDay }) => {
  const texts = markers.get(day.day)
  return (
    <td class={styles['day']} data-today={day.when === 'today' || undefined} data-marker={texts && true}>
      {complete && isReachable(day, markers) && (
        <button
          type="button"
          tabIndex={-1}
          data-day={day.day}
          aria-label={daySentence(scale, day, texts ?? [], found)}
          aria-current={day.when === 'today' ? 'date' : undefined}
          {...pictureOf(scale, day.shows)}
        />
      )}
    </td>
  )
}

/** The ISO weekdays in the order of the columns. */
const weekdaysOf = ({ weeks }: MapMonth): readonly number[] => {
  const week = weeks.find(places => places.every(place => place !== null)) ?? []
  return week.flatMap(place => (place ? [Temporal.PlainDate.from(place.day).dayOfWeek] : []))
}

export const HeatMonth = ({ month, ...shown }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are walked with arrows.
  <table class={styles['month']} role="grid" aria-label={formatDay(month.first, 'month')}>
    <caption aria-hidden="true">{formatDay(month.first, 'monthAlone')}</caption>
    <thead>
      <tr>
        {weekdaysOf(month).map(weekday => (
          <th key={weekday} scope="col" aria-label={formatWeekday(weekday)}>
            {formatInitial(weekday)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {month.weeks.map((week, index) => (
        <tr key={index}>
          {week.map((day, place) =>
            // A plain call: a component for each of the days would cost more than all that is in it.
            day ? Place({ day, ...shown }) : <td key={place} />,
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
