/** Months of the history with their days and entries; the one that is edited stands open in its place. */
import type { History } from '../../lib/app/history.ts'
import type { HistoryEntry, HistoryMonth } from '../../lib/core/history.ts'
import type { Id } from '../../lib/core/records.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { EditForm } from './EditForm.tsx'
import styles from './HistoryMonths.module.css'
import { HistoryRow } from './HistoryRow.tsx'

type Props = {
  readonly months: readonly HistoryMonth[]
  readonly model: History
  readonly spellcheck: boolean
  readonly onDone: (id: Id) => void
}

const Row = ({ entry, model, spellcheck, onDone }: Omit<Props, 'months'> & { entry: HistoryEntry }) => {
  const { id } = entry
  const open = model.editing.open.value
  if (open?.id === id) {
    return <EditForm open={open} editing={model.editing} spellcheck={spellcheck} onDone={() => onDone(id)} />
  }
  return (
    <HistoryRow
      entry={entry}
      onEdit={() => entry.kind === 'check-in' && void model.editing.start(entry.checkIn)}
      onDelete={() => void (entry.kind === 'check-in' ? model.removeCheckIn(id) : model.removeSession(id))}
    />
  )
}

export const HistoryMonths = ({ months, ...props }: Props) => (
  <>
    {months.map(month => (
      <section key={month.month} class={styles['month']}>
        <h2>{formatDay(`${month.month}-01`, 'month')}</h2>
        {month.days.map(({ day, entries }) => (
          <div key={day} class={styles['day']}>
            <h3 class={styles['date']}>{formatDay(day)}</h3>
            <ul class={styles['entries']}>
              {entries.map(entry => (
                <li key={entry.id} data-row={entry.id}>
                  <Row entry={entry} {...props} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    ))}
  </>
)
