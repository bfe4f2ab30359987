/** One quiet line on Today: a backup is worth it now, with the way to it and the way to put the line away. */
import { useRef } from 'preact/hooks'
import type { BackupLine as Model } from '../../lib/app/backup-line.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './BackupLine.module.css'

export const BackupLine = ({ model }: { readonly model: Model }) => {
  const place = useRef<HTMLDivElement>(null)
  const line = model.line.value
  if (line === null) return null
  const putAway = () => {
    // The focus goes on to what stands below, because what had it goes.
    place.current?.nextElementSibling?.querySelector<HTMLElement>('button, a[href]')?.focus()
    void model.putAway()
  }
  return (
    <div ref={place} class={styles['line']}>
      <p>{plural(line.last === null ? 'backup_due_first' : 'backup_due_again', line.since)}</p>
      <div class={styles['ways']}>
        <a href="#data">{t('backup_save')}</a>
        <Button look="quiet" onPress={putAway}>
          {t('not_now')}
        </Button>
      </div>
    </div>
  )
}
