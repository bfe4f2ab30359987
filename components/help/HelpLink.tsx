/** "Talk to someone" as large as the buttons beside it; it opens the numbers in a tab. */
import { t } from '../../lib/platform/i18n.ts'
import styles from '../ui/Button.module.css'

/** The address of the numbers, the same from every page. */
export const helpAddress = '/options.html#help'

export const HelpLink = () => (
  <a class={styles['button']} href={helpAddress} target="_blank" rel="noreferrer">
    {t('help_link')}
  </a>
)
