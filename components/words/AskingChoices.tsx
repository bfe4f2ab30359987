/** How a check-in asks, and the key that hides it. */
import { useEffect, useId } from 'preact/hooks'
import type { Asking } from '../../lib/app/asking.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './WordsSection.module.css'

export const AskingChoices = ({ model }: { readonly model: Asking }) => {
  const id = useId()
  useEffect(() => void model.load(), [model])
  return (
    <section class={styles['kind']}>
      <h2>{t('check_in')}</h2>
      <div class={styles['private']}>
        <Checkbox
          label={t('first_alone')}
          checked={model.firstAlone.value ?? false}
          describedBy={id}
          onChange={on => void model.askFirstAlone(on)}
        />
        <p id={id} class={styles['hint']}>
          {t('first_alone_hint')}
        </p>
      </div>
      <p class={styles['hint']}>{t('hide_hint')}</p>
      {model.failed.value && (
        <Notice urgent>
          <p>{t('err_save')}</p>
        </Notice>
      )}
    </section>
  )
}
