/** The second row of places, under Settings: its sections, in words. */
import type { Section } from '../../lib/app/options.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './SettingsPlaces.module.css'

/** In the order in which they are shown; the first one opens with Settings. */
const places = [
  { section: 'nudges', key: 'section_nudges' },
  { section: 'words', key: 'section_words' },
  { section: 'data', key: 'section_data' },
] as const satisfies readonly { readonly section: Section; readonly key: string }[]

export const isInSettings = (open: Section): boolean => places.some(({ section }) => section === open)

export const SettingsPlaces = ({ open }: { readonly open: Section }) => (
  <nav aria-label={t('place_settings')}>
    <ul class={styles['places']}>
      {places.map(({ section, key }) => (
        <li key={section}>
          <a
            class={styles['place']}
            href={`#${section}`}
            aria-current={section === open ? 'page' : undefined}
          >
            {t(key)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
