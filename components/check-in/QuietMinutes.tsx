/** Two quiet minutes on request: a text says how many are left, nothing sounds, and stopping is as near as starting. */
import type { MinutesLeft } from '../../lib/app/quiet.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './QuietMinutes.module.css'

type Props = { readonly left: MinutesLeft; readonly onStart: () => void; readonly onStop: () => void }

const said = (left: MinutesLeft): string => {
  if (left === null) return ''
  return left === 0 ? t('quiet_over') : plural('quiet_left', left)
}

export const QuietMinutes = ({ left, onStart, onStop }: Props) => (
  <div class={styles['quiet']}>
    <Button look="quiet" onPress={left ? onStop : onStart}>
      {t(left ? 'quiet_stop' : 'quiet_start')}
    </Button>
    <p role="status">{said(left)}</p>
  </div>
)
