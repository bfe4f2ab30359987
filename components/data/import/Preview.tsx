/** The newest check-ins of a file, as the history would show them. */
import { useId } from 'preact/hooks'
import type { HistoryEntry } from '../../../lib/core/history.ts'
import { formatDay } from '../../../lib/platform/formats.ts'
import { plural } from '../../../lib/platform/i18n.ts'
import { Entry } from '../../history/Entry.tsx'
import styles from './Preview.module.css'
import step from './Step.module.css'

export const Preview = ({ entries }: { readonly entries: readonly HistoryEntry[] }) => {
  const id = useId()
  return (
    <section class={step['group']} aria-labelledby={id}>
      <h5 id={id} class={step['title']}>
        {plural('import_preview', entries.length)}
      </h5>
      <ul class={styles['entries']}>
        {entries.map((entry, at) => (
          <li key={entry.id} class={styles['entry']}>
            {entry.day !== entries[at - 1]?.day && <p class={step['soft']}>{formatDay(entry.day, 'full')}</p>}
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  )
}
