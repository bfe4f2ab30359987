/** A note for oneself; one that is too long stays whole on screen and says so. */
import type { NoteView } from '../../lib/app/note.ts'
import { t } from '../../lib/platform/i18n.ts'
import { TextField } from '../ui/TextField.tsx'

type Props = { readonly note: NoteView; readonly onInput: (text: string) => void }

export const NoteField = ({ note, onInput }: Props) => (
  <TextField
    label={t('note_label')}
    hint={t('note_hint')}
    rows={4}
    value={note.text}
    onInput={onInput}
    problem={note.tooLong ? t('err_note_long', note.text.length) : null}
  />
)
