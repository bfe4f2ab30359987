/** What a file holds, before anything of it is brought in. */
import type { Found as FoundThings } from '../../../lib/app/import-found.ts'
import { formatNumber, plural, t } from '../../../lib/platform/i18n.ts'
import styles from './Found.module.css'
import { leftAside } from './import-texts.ts'
import step from './Step.module.css'

type Props = { readonly found: FoundThings }

const kinds = [
  ['checkIns', 'import_count_checkins'],
  ['sessions', 'import_count_sessions'],
  ['reflections', 'import_count_reflections'],
  ['markers', 'import_count_markers'],
  ['words', 'import_count_words'],
  ['tags', 'import_count_tags'],
  ['pauses', 'import_count_pauses'],
  ['nudges', 'import_count_nudges'],
  ['deleted', 'import_count_deleted'],
] as const

/** How many of each kind there are, for those of which there are any. */
export const kindTexts = ({ counts }: FoundThings): readonly string[] =>
  kinds.flatMap(([kind, key]) => (counts[kind] > 0 ? [plural(key, counts[kind])] : []))

export const Kinds = ({ found }: Props) => (
  <ul class={styles['kinds']}>
    {kindTexts(found).map(text => (
      <li key={text}>{text}</li>
    ))}
  </ul>
)

/** How what is in the file meets the history. */
export const MeetingNumbers = ({ found: { meeting, unreadable } }: Props) => {
  const lines = [
    [t('import_new'), meeting.added],
    [t('import_changed'), meeting.changed],
    [t('import_same'), meeting.same],
    ...(meeting.later > 0 ? [[t('import_later'), meeting.later] as const] : []),
    ...(meeting.deleted > 0 ? [[t('import_deleted'), meeting.deleted] as const] : []),
    [t('import_unread'), leftAside(unreadable).length],
  ] as const
  return (
    <section class={step['group']} aria-label={t('import_meeting')}>
      <h4 class={step['title']}>{t('import_meeting')}</h4>
      <dl class={styles['numbers']}>
        {lines.map(([name, number]) => (
          <div key={name} class={styles['number']}>
            <dt>{name}</dt>
            <dd>{formatNumber(number)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
