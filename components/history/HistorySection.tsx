/** History: what was said, newest first by month and day, to be read, edited and taken away. */
import { useEffect, useRef } from 'preact/hooks'
import type { History } from '../../lib/app/history.ts'
import type { Id } from '../../lib/core/records.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { EditForm } from './EditForm.tsx'
import { HistoryRow } from './HistoryRow.tsx'
import styles from './HistorySection.module.css'
import { Removed } from './Removed.tsx'

type Props = {
  readonly model: History
  readonly spellcheck: boolean
}

export const HistorySection = ({ model, spellcheck }: Props) => {
  const section = useRef<HTMLElement>(null)
  const returnTo = useRef<Id | null>(null)
  const months = model.months.value
  const open = model.editing.open.value
  const problem = model.problem.value

  /** Focus goes back to the row that was edited or came back, once it stands there again. */
  useEffect(() => {
    if (returnTo.current === null || returnTo.current === open?.id) return
    const rows = [...(section.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const button = rows.find(row => row.dataset['row'] === returnTo.current)?.querySelector('button')
    if (!button) return
    returnTo.current = null
    button.focus()
  })

  const done = async (id: Id) => {
    returnTo.current = id
    await model.editing.close()
    if (model.editing.open.value) returnTo.current = null
  }

  const undo = () => {
    returnTo.current = model.removal.value?.items[0]?.id ?? null
    void model.undo()
  }

  return (
    <section ref={section} class={styles['history']}>
      <h1 tabIndex={-1}>{t('place_history')}</h1>
      {problem && <StoreNotice {...problem} onTryAgain={() => void model.tryAgain()} />}
      {!problem && months?.length === 0 && (
        <>
          <p class={styles['soft']}>{t('history_empty')}</p>
          <div>
            <Button look="main" onPress={model.checkIn}>
              {t('check_in')}
            </Button>
          </div>
        </>
      )}
      {months?.map(month => (
        <section key={month.month} class={styles['month']}>
          <h2>{formatDay(`${month.month}-01`, 'month')}</h2>
          {month.days.map(({ day, entries }) => (
            <div key={day} class={styles['day']}>
              <h3 class={styles['date']}>{formatDay(day)}</h3>
              <ul class={styles['entries']}>
                {entries.map(entry => {
                  const { id } = entry
                  return (
                    <li key={id} data-row={id}>
                      {open?.id === id ? (
                        <EditForm
                          open={open}
                          editing={model.editing}
                          spellcheck={spellcheck}
                          onDone={() => void done(id)}
                        />
                      ) : (
                        <HistoryRow
                          entry={entry}
                          onEdit={() => entry.kind === 'check-in' && void model.editing.start(entry.checkIn)}
                          onDelete={() =>
                            void (entry.kind === 'check-in'
                              ? model.removeCheckIn(id)
                              : model.removeSession(id))
                          }
                        />
                      )}
                    </li>
                  )
                })}
              </ul>
            </div>
          ))}
        </section>
      ))}
      {model.hasOlder.value && (
        <div>
          <Button onPress={() => void model.older()}>{t('history_older')}</Button>
        </div>
      )}
      {!model.hasOlder.value && months && months.length > 0 && (
        <p class={styles['soft']}>{t('history_start')}</p>
      )}
      <Removed removal={model.removal.value} onUndo={undo} />
    </section>
  )
}
