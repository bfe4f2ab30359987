/** Under each step of a check-in while Thaw is locked: that it can go on, and the way to unlock. */
import { t } from '../../lib/platform/i18n.ts'
import styles from './LockedAside.module.css'

export const LockedAside = () => (
  <p class={styles['aside']}>
    {t('locked')}{' '}
    <a href="/options.html" target="_blank" rel="noreferrer">
      {t('lock_unlock')}
    </a>
  </p>
)
