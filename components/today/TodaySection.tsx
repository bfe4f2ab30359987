/** Today: the next reminder in one line, the way into a check-in, and what was said today. */
import type { NextReminder as Next } from '../../lib/app/next-reminder.ts'
import type { Today } from '../../lib/app/today.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Entry } from '../history/Entry.tsx'
import { NextReminder } from '../nudges/NextReminder.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './TodaySection.module.css'

type Props = { readonly model: Today; readonly next: Next }

export const TodaySection = ({ model, next }: Props) => {
  const entries = model.entries.value
  const problem = model.problem.value
  return (
    <section class={styles['today']}>
      <h1 tabIndex={-1}>{t('place_today')}</h1>
      <NextReminder model={next}>
        <a href="#nudges">{t('next_change')}</a>
      </NextReminder>
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
