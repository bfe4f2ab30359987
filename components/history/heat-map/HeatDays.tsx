/** The days of the map as a table of words and numbers. */
import type { MapDay, MapScale, YearMap } from '../../../lib/core/heat-map.ts'
import { formatDay, formatYear } from '../../../lib/platform/formats.ts'
import { formatNumber, t } from '../../../lib/platform/i18n.ts'
import { valueText } from './day-sentence.ts'
import styles from './HeatDays.module.css'
import type { DayMarkers } from './HeatMonth.tsx'

type Props = { readonly map: YearMap; readonly markers: DayMarkers }

/** A number of answers; nothing is said of what there is none of. */
const some = (count: number): string => (count > 0 ? formatNumber(count) : '')

const answersOf = (scale: MapScale, { shows, cantTell, unanswered }: MapDay): readonly string[] =>
  scale === 'count'
    ? []
    : [
        shows.kind === 'value' ? valueText(scale, shows.middle) : '',
        shows.kind === 'value' ? valueText(scale, shows.highest) : '',
        some(cantTell),
        some(unanswered),
      ]

export const HeatDays = ({ map, markers }: Props) => {
  const { scale } = map
  const days = map.months
    .flatMap(({ weeks }) => weeks.flat())
    .filter(day => day !== null)
    .filter(day => day.checkIns > 0 || markers.has(day.day))
  const hasMarkers = days.some(({ day }) => markers.has(day))
  const caption = t('heat_table_caption', formatYear(map.year), t(`heat_scale_${scale}`))
  const columns = [
    t('heat_table_day'),
    t('heat_table_check_ins'),
    ...(scale === 'count'
      ? []
      : [t('heat_table_middle'), t('heat_table_highest'), t('felt_cant_tell'), t('heat_legend_no_answer')]),
    ...(hasMarkers ? [t('heat_legend_marker')] : []),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section that scrolls by itself can have the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it.
    <div class={styles['scroll']} role="region" aria-label={caption} tabIndex={0}>
      <table class={styles['table']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(day => (
            <tr key={day.day}>
              <th scope="row">{formatDay(day.day, 'date')}</th>
              <td>{formatNumber(day.checkIns)}</td>
              {answersOf(scale, day).map((text, column) => (
                <td key={column}>{text}</td>
              ))}
              {hasMarkers && (
                <td>
                  {markers.get(day.day)?.map((text, index) => (
                    <p key={index} dir="auto">
                      {text}
                    </p>
                  ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
