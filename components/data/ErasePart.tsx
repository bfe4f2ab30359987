/** Data & privacy → Delete everything: what goes, a backup first for anyone who wants one, and one clear question. */
import { useId, useState } from 'preact/hooks'
import type { ErasePartModel } from '../../lib/app/erase-part.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './ErasePart.module.css'

type Props = {
  readonly model: ErasePartModel
  /** Leads to where a backup is saved; not there while nothing can be read. */
  readonly onBackup?: () => void
}

const goes = [
  'erase_goes_records',
  'erase_goes_own',
  'erase_goes_settings',
  'erase_goes_copies',
  'erase_goes_reminders',
] as const

export const ErasePart = ({ model, onBackup }: Props) => {
  const id = useId()
  const [sure, setSure] = useState(false)
  const step = model.step.value
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('erase_title')}</h2>
      <p>{t('erase_hint')}</p>
      <ul class={styles['list']}>
        {goes.map(key => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p>{t('erase_stays')}</p>
      {step.kind === 'failed' && (
        <Notice urgent>
          <p>{t('erase_not_begun')}</p>
        </Notice>
      )}
      <div class={styles['buttons']}>
        {onBackup && <Button onPress={onBackup}>{t('erase_backup')}</Button>}
        <Button look="remove" onPress={() => setSure(true)}>
          {t('erase_ask')}
        </Button>
      </div>
      {sure && (
        <Dialog
          title={t('erase_sure')}
          keep={t('erase_keep')}
          deed={t('erase_deed')}
          onKeep={() => setSure(false)}
          onDeed={() => {
            setSure(false)
            void model.erase()
          }}
        >
          <p>{t('erase_sure_final')}</p>
          <p>{t('erase_residue')}</p>
        </Dialog>
      )}
    </section>
  )
}
