/** Says beside the backup that the lock does not reach into the file. */
import { t } from '../../lib/platform/i18n.ts'
import { Notice } from '../ui/Notice.tsx'

export const LockedBackupHint = () => (
  <Notice>
    <p>{t('lock_backup_locked')}</p>
  </Notice>
)
