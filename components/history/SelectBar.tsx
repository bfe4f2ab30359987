/** The bar at the foot of the window while several are selected: how many, and what can be done with them. */
import type { RemovalProgress } from '../../lib/app/removal.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { Progress } from './Progress.tsx'
import styles from './SelectBar.module.css'

type Props = {
  readonly count: number
  readonly progress: RemovalProgress | null
  readonly onDelete: () => void
  readonly onCancel: () => void
}

export const SelectBar = ({ count, progress, onDelete, onCancel }: Props) => {
  const bar = useKeptFocus<HTMLDivElement>()
  return (
    <div ref={bar} class={styles['bar']} tabIndex={-1}>
      <p role="status" class={styles['count']}>
        {/* How far a deletion is, is told by its own bar; the number falls with it. */}
        {progress === null && (count === 0 ? t('selected_none') : plural('selected', count))}
      </p>
      {progress?.doing === 'remove' ? (
        <Progress progress={progress} />
      ) : (
        <div class={styles['buttons']}>
          <Button look="remove" disabled={count === 0} onPress={onDelete}>
            {count === 0 ? t('delete') : t('delete_count', count)}
          </Button>
          <Button shortcut="Escape" onPress={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}
