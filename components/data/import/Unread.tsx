/** The lines of a file that could not be read, folded: the first of them with the reason, and all of them as a file. */
import { useState } from 'preact/hooks'
import type { Unreadable } from '../../../lib/core/foreign.ts'
import { plural, t } from '../../../lib/platform/i18n.ts'
import { Fold } from '../../fields/Fold.tsx'
import { Button } from '../../ui/Button.tsx'
import { lineText } from './import-texts.ts'
import step from './Step.module.css'
import styles from './Unread.module.css'

/** How many are listed. */
const listed = 20

type Props = { readonly unreadable: readonly Unreadable[]; readonly onSave: () => void }

export const Unread = ({ unreadable, onSave }: Props) => {
  const [open, setOpen] = useState(false)
  const more = unreadable.length - listed
  return (
    <Fold
      label={plural('import_unread_title', unreadable.length)}
      hint={t('import_unread_hint')}
      open={open}
      onOpen={setOpen}
    >
      <div class={step['group']}>
        <p class={step['soft']}>{t('import_unread_hint')}</p>
        <ul class={styles['lines']}>
          {unreadable.slice(0, listed).map((one, at) => (
            // Several things can be wrong with one line; the list never changes.
            <li key={at}>{lineText(one)}</li>
          ))}
        </ul>
        {more > 0 && <p>{plural('import_more_lines', more)}</p>}
        <div>
          <Button onPress={onSave}>{t('import_unread_save')}</Button>
        </div>
      </div>
    </Fold>
  )
}
