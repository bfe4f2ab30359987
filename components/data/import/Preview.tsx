/** The newest check-ins of a file, as the history would show them. */
import { useContext, useId } from 'preact/hooks'
import type { FileNames } from '../../../lib/app/import-found.ts'
import type { HistoryEntry } from '../../../lib/core/history.ts'
import { formatDay } from '../../../lib/platform/formats.ts'
import { plural } from '../../../lib/platform/i18n.ts'
import { Entry } from '../../history/Entry.tsx'
import { type Labels, LabelsContext } from '../../words/labels.ts'
import styles from './Preview.module.css'
import step from './Step.module.css'

type Props = { readonly entries: readonly HistoryEntry[]; readonly names: FileNames }

export const Preview = ({ entries, names }: Props) => {
  const id = useId()
  const here = useContext(LabelsContext)
  const labels: Labels = {
    word: of => names.word.get(of) ?? here.word(of),
    tag: of => names.tag.get(of) ?? here.tag(of),
    pause: of => names.pause.get(of) ?? here.pause(of),
  }
  return (
    <section class={step['group']} aria-labelledby={id}>
      <h4 id={id} class={step['title']}>
        {plural('import_preview', entries.length)}
      </h4>
      <ul class={styles['entries']}>
        {entries.map((entry, at) => (
          <li key={entry.id} class={styles['entry']}>
            {entry.day !== entries[at - 1]?.day && <p class={step['soft']}>{formatDay(entry.day, 'full')}</p>}
            <LabelsContext.Provider value={labels}>
              <Entry entry={entry} />
            </LabelsContext.Provider>
          </li>
        ))}
      </ul>
    </section>
  )
}
