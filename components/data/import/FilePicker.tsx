/** Where files are chosen: the browser's own dialog behind a button, and a place to drop them. */
import { t } from '../../../lib/platform/i18n.ts'
import styles from './FilePicker.module.css'

type Props = { readonly onFiles: (files: readonly File[]) => void; readonly describedBy?: string }

export const FilePicker = ({ onFiles, describedBy }: Props) => (
  <div class={styles['picker']}>
    <label class={styles['button']}>
      <input
        class="hidden-text"
        type="file"
        multiple
        aria-describedby={describedBy}
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file can be chosen once more.
          event.currentTarget.value = ''
          onFiles(files)
        }}
      />
      <span>{t('import_choose')}</span>
    </label>
    <p class={styles['soft']}>{t('import_drop')}</p>
  </div>
)
