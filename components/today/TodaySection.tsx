/** Today: the next reminder in one line, the way into a check-in, and what was said today. */
import type { NextReminder, Today } from '../../lib/app/today.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Entry } from '../history/Entry.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './TodaySection.module.css'

const nextLine = (next: NextReminder): string => {
  switch (next.kind) {
    case 'unknown':
      return t('err_reach')
    case 'off':
      return t('next_off')
    case 'shown':
      return t('next_waiting')
    case 'use':
      return t('next_use')
    default:
      return t('next_none_today')
  }
}

export const TodaySection = ({ model }: { readonly model: Today }) => {
  const entries = model.entries.value
  const next = model.next.value
  const problem = model.problem.value
  return (
    <section class={styles['today']}>
      <h1 tabIndex={-1}>{t('place_today')}</h1>
      <p class={styles['next']}>
        {next && (
          <>
            {nextLine(next)} <a href="#nudges">{t('next_change')}</a>
          </>
        )}
      </p>
      <div>
        <Button look="main" onPress={model.checkIn}>
          {t('check_in')}
        </Button>
      </div>
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.load()} />}
      {!problem && entries?.length === 0 && <p class={styles['empty']}>{t('today_empty')}</p>}
      {entries && entries.length > 0 && (
        <ul class={styles['list']}>
          {entries.map(entry => (
            <li key={entry.id}>
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
