/** A note for oneself; one that is too long stays whole on screen and says so. */
import { noteAtMost } from '../../lib/core/check-in.ts'
import { t } from '../../lib/platform/i18n.ts'
import { TextField } from '../ui/TextField.tsx'

type Props = { readonly note: string; readonly onInput: (text: string) => void }

export const NoteField = ({ note, onInput }: Props) => (
  <TextField
    label={t('note_label')}
    hint={t('note_hint')}
    rows={4}
    value={note}
    onInput={onInput}
    problem={note.length > noteAtMost ? t('err_note_long', note.length) : null}
  />
)
