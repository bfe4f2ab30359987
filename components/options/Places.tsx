/** The one row of places, in words; "Talk to someone" is always its end. */
import type { Section } from '../../lib/app/options.ts'
import { t } from '../../lib/platform/i18n.ts'
import { placeOf } from './InnerPlaces.tsx'
import styles from './Places.module.css'

type Props = {
  readonly open: Section
  /** Leaves out all places but this one. */
  readonly only: Section | null
  /** The open one was chosen once more. */
  readonly onAgain: () => void
  /** Left out where there is no lock, or it is locked. */
  readonly onLock?: (() => void) | undefined
}

export const Places = ({ open, only, onAgain, onLock }: Props) => {
  const places: readonly { readonly section: Section; readonly label: string }[] = [
    { section: 'today', label: t('place_today') },
    { section: 'history', label: t('place_history') },
    { section: 'patterns', label: t('place_patterns') },
    { section: 'pauses', label: t('place_library') },
    { section: 'nudges', label: t('place_settings') },
    { section: 'help', label: t('help_link') },
  ]
  return (
    <nav aria-label={t('places_label')}>
      <ul class={styles['places']}>
        {places
          .filter(({ section }) => only === null || section === only)
          .map(({ section, label }) => (
            <li key={section} class={section === 'help' ? styles['end'] : undefined}>
              {section === 'help' && onLock && (
                <button type="button" class={`${styles['place']} ${styles['lock']}`} onClick={onLock}>
                  {t('lock_now')}
                </button>
              )}
              <a
                class={styles['place']}
                href={`#${section}`}
                onClick={section === open ? onAgain : undefined}
                aria-current={section === open ? 'page' : section === placeOf(open) ? 'true' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
