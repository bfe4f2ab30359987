/** The first sentence of the page, with the emergency number of the country and the day on which that was checked. */
import type { Help } from '../../lib/app/help.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Copied } from './Copied.tsx'
import styles from './HelpSection.module.css'
import { phone } from './phone.ts'

export const Danger = ({ model }: { readonly model: Help }) => {
  const emergency = model.emergency.value
  if (emergency === null) return <p class={styles['danger']}>{t('help_danger_elsewhere')}</p>
  const { number, checkedOn } = emergency
  return (
    <div class={styles['danger']}>
      <p>{t('help_danger', phone(number))}</p>
      <div class={styles['buttons']}>
        <Button name={t('help_copy_spoken', phone(number))} onPress={() => void model.copy(number)}>
          {t('help_copy')}
        </Button>
        <p class={styles['small']}>{t('help_checked', formatDay(checkedOn, 'date'))}</p>
      </div>
      <Copied model={model} text={number} />
    </div>
  )
}
