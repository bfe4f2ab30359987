/** "I can't get to any feeling": care as an invitation, then small things to make. */
import { useEffect } from 'preact/hooks'
import type { Stuck } from '../../lib/app/stuck.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Question } from '../check-in/Question.tsx'
import { LineField } from '../keepsake/LineField.tsx'
import { doorName } from './door-names.ts'
import { PauseCard } from './PauseCard.tsx'
import styles from './Stuck.module.css'

type Props = { readonly model: Pick<Stuck, 'load' | 'pause' | 'line' | 'start'> }

const cares = ['care_water', 'care_food', 'care_rest', 'care_kind'] as const

export const Blocked = ({ model }: Props) => {
  useEffect(() => void model.load(), [model])
  const pause = model.pause.value
  return (
    <Question id="blocked" title={doorName('blocked')} hint={t('blocked_hint')}>
      <section class={styles['part']} aria-labelledby="blocked-care">
        <h2 id="blocked-care">{t('blocked_care')}</h2>
        <ul class={styles['list']}>
          {cares.map(care => (
            <li key={care}>{t(care)}</li>
          ))}
        </ul>
      </section>
      <section class={styles['part']} aria-labelledby="blocked-make">
        <h2 id="blocked-make">{t('blocked_make')}</h2>
        <ul class={styles['list']}>
          <li>{t('blocked_hum')}</li>
          <li>{t('blocked_doodle')}</li>
        </ul>
        <LineField label={t('blocked_line')} line={model.line} />
        <p class={styles['small']}>{t('pause_if_worse')}</p>
      </section>
      {pause && (
        <section class={styles['part']} aria-labelledby="blocked-pause">
          <h2 id="blocked-pause">{t('stuck_pause')}</h2>
          <PauseCard pause={pause} digit={1} onStart={model.start} />
        </section>
      )}
    </Question>
  )
}
