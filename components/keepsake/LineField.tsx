/** A field for one line, kept as it is typed. */
import type { Line } from '../../lib/app/line.ts'
import { t } from '../../lib/platform/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import styles from './Keepsake.module.css'

type Props = { readonly label: string; readonly hint?: string; readonly line: Line }

export const LineField = ({ label, hint, line }: Props) => {
  const { text, tooLong, saved } = line.view.value
  return (
    <div class={styles['field']}>
      <TextField
        ownWords
        label={label}
        {...(hint && { hint })}
        value={text}
        onInput={line.type}
        onLeave={() => void line.keep()}
        problem={tooLong ? t('err_note_long', text.length) : null}
      />
      <p role="status" class={styles['soft']}>
        {saved && t('end_saved')}
      </p>
    </div>
  )
}
