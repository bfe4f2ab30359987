/** Months of the history with their days and entries; what did not change is not drawn again. */
import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { HistoryDay, HistoryMonth } from '../../lib/core/history.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './HistoryMonths.module.css'
import { HistoryRow, OpenRow } from './HistoryRow.tsx'
import { MarkerRow } from './markers/MarkerRow.tsx'
import type { RowTools } from './row-tools.ts'

type DayProps = { readonly day: HistoryDay; readonly tools: RowTools }

const Day = ({ day, tools }: DayProps) => {
  const { openId } = tools.model
  // A day knows of the form that stands open in it, and of no other.
  const openHere = useMemo(
    () => computed(() => (day.entries.some(({ id }) => id === openId.value) ? openId.value : null)),
    [day, openId],
  )
  const open = openHere.value
  return useMemo(
    () => (
      <div class={styles['day']} style={{ '--rows': day.entries.length + day.markers.length }}>
        <h3 class={styles['date']}>
          {day.day === day.place ? formatDay(day.day) : <bdi dir="ltr">{day.day}</bdi>}
        </h3>
        <ul class={styles['entries']}>
          {day.markers.map(marker => (
            <li key={marker.id}>
              <MarkerRow marker={marker} tools={tools} />
            </li>
          ))}
          {day.entries.map(entry => (
            <li key={entry.id}>
              {entry.id === open ? (
                <OpenRow entry={entry} tools={tools} />
              ) : (
                <HistoryRow entry={entry} tools={tools} />
              )}
            </li>
          ))}
        </ul>
      </div>
    ),
    [day, tools, open],
  )
}

const Month = ({ month, tools }: { readonly month: HistoryMonth; readonly tools: RowTools }) =>
  useMemo(() => {
    const name = month.month === '' ? t('history_no_day') : formatDay(`${month.month}-01`, 'month')
    return (
      <section class={styles['month']}>
        <div class={styles['head']}>
          <h2>{name}</h2>
          <div class={styles['select']}>
            <Button
              look="quiet"
              name={t('select_month_spoken', name)}
              onPress={() => tools.onMonth(month.month)}
            >
              {t('select_month')}
            </Button>
          </div>
        </div>
        {month.days.map(day => (
          <Day key={`${day.place} ${day.day}`} day={day} tools={tools} />
        ))}
      </section>
    )
  }, [month, tools])

type Props = { readonly months: readonly HistoryMonth[]; readonly tools: RowTools }

export const HistoryMonths = ({ months, tools }: Props) => (
  <>
    {months.map(month => (
      <Month key={month.month} month={month} tools={tools} />
    ))}
  </>
)
