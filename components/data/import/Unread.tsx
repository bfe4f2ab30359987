/** The lines of a file that could not be read, folded: the first of them with the reason, and all of them as a file. */
import { useState } from 'preact/hooks'
import type { Unreadable } from '../../../lib/core/foreign.ts'
import { plural, t } from '../../../lib/platform/i18n.ts'
import { Fold } from '../../fields/Fold.tsx'
import { Button } from '../../ui/Button.tsx'
import { lineText, type UnreadList, unreadLists } from './import-texts.ts'
import step from './Step.module.css'
import styles from './Unread.module.css'

/** How many are listed. */
const listed = 20

type Props = {
  readonly unreadable: readonly Unreadable[]
  readonly onSave: (lines: readonly Unreadable[]) => void
}

const Lines = ({ list: { title, hint, lines }, onSave }: Pick<Props, 'onSave'> & { list: UnreadList }) => {
  const [open, setOpen] = useState(false)
  const more = lines.length - listed
  return (
    <Fold label={title} hint={hint} open={open} onOpen={setOpen}>
      <div class={step['group']}>
        <p class={step['soft']}>{hint}</p>
        <ul class={styles['lines']}>
          {lines.slice(0, listed).map((one, at) => (
            // Several things can be wrong with one line; the list never changes.
            <li key={at}>{lineText(one)}</li>
          ))}
        </ul>
        {more > 0 && <p>{plural('import_more_lines', more)}</p>}
        <div>
          <Button onPress={() => onSave(lines)}>{t('import_unread_save')}</Button>
        </div>
      </div>
    </Fold>
  )
}

export const Unread = ({ unreadable, onSave }: Props) =>
  unreadLists(unreadable).map(list => <Lines key={list.title} list={list} onSave={onSave} />)
