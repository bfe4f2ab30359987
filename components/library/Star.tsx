/** The button with a star that makes a pause a favourite; filled while it is one. */
import { t } from '../../lib/platform/i18n.ts'
import styles from './Star.module.css'

type Props = {
  readonly title: string
  readonly on: boolean
  readonly onToggle: (on: boolean) => void
}

export const Star = ({ title, on, onToggle }: Props) => (
  <button
    type="button"
    class={styles['star']}
    aria-label={t('library_star_spoken', title)}
    aria-pressed={on}
    title={t('library_star_spoken', title)}
    onClick={() => onToggle(!on)}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L3.6 9.7l5.8-.8z" />
    </svg>
  </button>
)
