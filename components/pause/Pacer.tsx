/** The breath to follow: in words with a count, and as a bar that fills and empties where motion is welcome. */
import type { BreathView } from '../../lib/core/breath.ts'
import { formatNumber, messageKey, t } from '../../lib/platform/i18n.ts'
import styles from './Pacer.module.css'

type Props = { readonly breath: BreathView }

export const Pacer = ({ breath }: Props) => (
  <div class={styles['pacer']}>
    <p class={styles['breath']}>
      <span aria-live="polite">{t(messageKey('pacer', breath.way))}</span>{' '}
      <span aria-hidden="true">{formatNumber(breath.left)}</span>
    </p>
    <div class={styles['bar']} aria-hidden="true">
      <div class={styles['fill']} style={{ inlineSize: `${(breath.full * 100).toFixed(1)}%` }} />
    </div>
  </div>
)
