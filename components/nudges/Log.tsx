/** The reminders of the last 30 days, newest first, each with what became of it. */
import { useEffect, useId, useRef } from 'preact/hooks'
import type { LogEntry, NudgeLog } from '../../lib/app/nudge-log.ts'
import { formatDay, formatTime } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './Log.module.css'
import { outcomeText } from './log-texts.ts'

type Props = { readonly model: NudgeLog }

const Entry = ({ entry, zone }: { readonly entry: LogEntry; readonly zone: string }) => (
  <li class={styles['entry']}>
    <span class={styles['time']}>{formatTime(entry.at, zone)}</span>
    <div>
      <p>{outcomeText(entry.outcome)}</p>
      {entry.plannedAt !== null && (
        <p class={styles['soft']}>{t('log_planned', formatTime(entry.plannedAt, zone))}</p>
      )}
    </div>
  </li>
)

export const Log = ({ model }: Props) => {
  const id = useId()
  const days = model.days.value
  const problem = model.problem.value
  const list = useRef<HTMLDivElement>(null)
  const next = useRef<number | null>(null)

  useEffect(() => {
    void model.load()
  }, [model])

  // The button that brought the earlier days has gone; the reading goes on with the first of them.
  useEffect(() => {
    if (next.current === null) return
    list.current?.querySelectorAll('h3')[next.current]?.focus()
    next.current = null
  })

  return (
    <section class={styles['log']} aria-labelledby={id}>
      <div class={styles['head']}>
        <h2 id={id}>{t('log_title')}</h2>
        <p class={styles['soft']}>{t('log_hint')}</p>
      </div>
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.load()} />}
      {!problem && days?.length === 0 && <p>{t('log_empty')}</p>}
      <div ref={list} class={styles['days']}>
        {days?.map(({ day, entries }) => (
          <div key={day} class={styles['day']}>
            <h3 class={styles['date']} tabIndex={-1}>
              {formatDay(day)}
            </h3>
            <ul class={styles['entries']}>
              {entries.map(entry => (
                <Entry key={entry.id} entry={entry} zone={model.zone.value} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      {model.hasMore.value && (
        <div>
          <Button
            onPress={() => {
              next.current = days?.length ?? 0
              model.showMore()
            }}
          >
            {t('log_more')}
          </Button>
        </div>
      )}
    </section>
  )
}
