/** The breath to follow: in words with a count, and as a bar that fills and empties where motion is welcome. */
import { type Breath, breathAt } from '../../lib/core/pause.ts'
import { formatNumber, t } from '../../lib/platform/i18n.ts'
import styles from './Pacer.module.css'

type Props = {
  readonly pacer: readonly Breath[]
  /** Milliseconds into the step. */
  readonly elapsed: number
}

const wayText = (way: Breath['way']): string => (way === 'out' ? t('pacer_out') : t('pacer_in'))

/** How full the bar is, 0–1: held breaths stay as they are. */
const fullness = (pacer: readonly Breath[], breath: Breath, progress: number): number => {
  if (breath.way === 'in') return progress
  if (breath.way === 'out') return 1 - progress
  const before = pacer[pacer.indexOf(breath) - 1]
  return before?.way === 'in' ? 1 : 0
}

export const Pacer = ({ pacer, elapsed }: Props) => {
  const now = breathAt(pacer, elapsed)
  if (!now) return null
  const full = fullness(pacer, now.breath, now.progress)
  return (
    <div class={styles['pacer']}>
      <p class={styles['breath']}>
        <span aria-live="polite">{wayText(now.breath.way)}</span>{' '}
        <span aria-hidden="true">{formatNumber(now.left)}</span>
      </p>
      <div class={styles['bar']} aria-hidden="true">
        <div class={styles['fill']} style={{ inlineSize: `${(full * 100).toFixed(1)}%` }} />
      </div>
    </div>
  )
}
