/** The second row of places, under one that holds several sections: those sections, in words. */
import type { Section } from '../../lib/app/options.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './InnerPlaces.module.css'

/** In the order in which they are shown; a place opens with its first one. */
const groups = [
  { label: 'place_library', sections: ['pauses', 'reflect', 'learn'] },
  { label: 'place_settings', sections: ['nudges', 'words', 'data', 'look', 'about'] },
] as const satisfies readonly { readonly label: string; readonly sections: readonly Section[] }[]

const groupOf = (open: Section) => groups.find(({ sections }) => sections.some(section => section === open))

/** The section that stands in the first row for an open one: itself, or the first one of its place. */
export const placeOf = (open: Section): Section => groupOf(open)?.sections[0] ?? open

export const InnerPlaces = ({ open }: { readonly open: Section }) => {
  const group = groupOf(open)
  if (!group) return null
  return (
    <nav aria-label={t(group.label)}>
      <ul class={styles['places']}>
        {group.sections.map(section => (
          <li key={section}>
            <a
              class={styles['place']}
              href={`#${section}`}
              aria-current={section === open ? 'page' : undefined}
            >
              {t(`section_${section}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
