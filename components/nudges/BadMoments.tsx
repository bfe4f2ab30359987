/** The times of day at which the person said "bad moment", each with a way to forget it. */
import { useId } from 'preact/hooks'
import type { NextReminder } from '../../lib/app/next-reminder.ts'
import { formatMinutes } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import styles from './BadMoments.module.css'

export const BadMoments = ({ model }: { readonly model: NextReminder }) => {
  const id = useId()
  const element = useKeptFocus<HTMLDivElement>()
  const minutes = model.badMinutes.value
  return (
    <div ref={element} class={styles['holder']} tabIndex={-1}>
      {minutes.length > 0 && (
        <section class={styles['moments']} aria-labelledby={id}>
          <h2 id={id}>{t('bad_title')}</h2>
          <ul class={styles['list']}>
            {minutes.map(minute => (
              <li key={minute} class={styles['moment']}>
                <span>{t('bad_around', formatMinutes(minute))}</span>
                <Button
                  look="quiet"
                  name={t('bad_forget_spoken', formatMinutes(minute))}
                  onPress={() => void model.forgetBadMoment(minute)}
                >
                  {t('bad_forget')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
