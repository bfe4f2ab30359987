/** How far a deletion of many is, or its undo. */
import type { RemovalProgress } from '../../lib/app/removal.ts'
import { formatShare } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './Progress.module.css'

export const Progress = ({ progress }: { readonly progress: RemovalProgress }) => {
  const { doing, done, of } = progress
  return (
    <label class={styles['progress']}>
      <span>{t(doing === 'remove' ? 'deleting' : 'bringing_back', formatShare(done / of))}</span>
      <progress value={done} max={of} />
    </label>
  )
}
