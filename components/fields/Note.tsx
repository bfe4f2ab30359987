/** A note for oneself; one that is too long stays whole on screen and says so. */
import { t } from '../../lib/platform/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import styles from './Note.module.css'

type Props = {
  readonly text: string
  /** Its length where it is too long to be kept; null otherwise. */
  readonly tooLong: number | null
  readonly onInput: (text: string) => void
  readonly onLeave?: () => void
}

export const Note = ({ text, tooLong, onInput, onLeave }: Props) => (
  <div class={styles['note']}>
    <TextField
      label={t('note_label')}
      hint={t('note_hint')}
      rows={4}
      value={text}
      ownWords
      onInput={onInput}
      {...(onLeave ? { onLeave } : {})}
      problem={tooLong === null ? null : t('err_note_long', tooLong)}
    />
  </div>
)
