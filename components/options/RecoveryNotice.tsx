/** Says plainly what the browser lost and what came back, until it is read; what did not may stand in a backup. */
import type { Recovery } from '../../lib/app/ports.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import styles from '../ui/Button.module.css'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type Props = { readonly recovery: Recovery; readonly onRead: () => void }

export const RecoveryNotice = ({ recovery, onRead }: Props) => (
  <Notice
    buttons={
      <>
        {(recovery.missing > 0 || recovery.settings || recovery.copies) && (
          <a class={styles['button']} href="#data-snapshots">
            {t('snapshots_title')}
          </a>
        )}
        {recovery.missing > 0 && (
          <a class={styles['button']} href="#data">
            {t('import_title_restore')}
          </a>
        )}
        <Button onPress={onRead}>{t('close')}</Button>
      </>
    }
  >
    {recovery.restored > 0 && <p>{plural('err_restored', recovery.restored)}</p>}
    {recovery.copies && <p>{t('err_history_gone')}</p>}
    {recovery.settings && <p>{t('err_settings_gone')}</p>}
    {recovery.missing > 0 && <p>{plural('err_not_restored', recovery.missing)}</p>}
  </Notice>
)
