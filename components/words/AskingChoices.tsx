/** How a check-in asks, and the key that hides it. */
import { useEffect } from 'preact/hooks'
import type { SettingSwitch } from '../../lib/app/setting-switch.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './WordsSection.module.css'

export const AskingChoices = ({ model }: { readonly model: SettingSwitch }) => {
  useEffect(() => void model.load(), [model])
  return (
    <section class={styles['kind']}>
      <h2>{t('check_in_part')}</h2>
      <Checkbox
        label={t('first_alone')}
        hint={t('first_alone_hint')}
        checked={model.on.value ?? false}
        onChange={on => void model.set(on)}
      />
      <p class={styles['hint']}>{t('hide_hint')}</p>
      {model.failed.value && (
        <Notice urgent>
          <p>{t('err_choice')}</p>
        </Notice>
      )}
    </section>
  )
}
