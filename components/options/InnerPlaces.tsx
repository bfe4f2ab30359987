/** The second row of places, under one that holds several sections: those sections, in words. */
import type { Section } from '../../lib/app/options.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './InnerPlaces.module.css'

/** In the order in which they are shown; a place opens with its first one. */
const groups = [
  {
    label: 'place_library',
    places: [
      { section: 'pauses', key: 'section_pauses' },
      { section: 'reflect', key: 'section_reflect' },
      { section: 'learn', key: 'section_learn' },
    ],
  },
  {
    label: 'place_settings',
    places: [
      { section: 'nudges', key: 'section_nudges' },
      { section: 'words', key: 'section_words' },
      { section: 'data', key: 'section_data' },
      { section: 'look', key: 'section_look' },
      { section: 'about', key: 'section_about' },
    ],
  },
] as const satisfies readonly {
  readonly label: string
  readonly places: readonly { readonly section: Section; readonly key: string }[]
}[]

const groupOf = (open: Section) => groups.find(({ places }) => places.some(({ section }) => section === open))

/** The section that stands in the first row for an open one: itself, or the first one of its place. */
export const placeOf = (open: Section): Section => groupOf(open)?.places[0].section ?? open

export const InnerPlaces = ({ open }: { readonly open: Section }) => {
  const group = groupOf(open)
  if (!group) return null
  return (
    <nav aria-label={t(group.label)}>
      <ul class={styles['places']}>
        {group.places.map(({ section, key }) => (
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
}
