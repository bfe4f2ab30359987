/** A pause as one press: what it is, how long, and why it stands here. */
import type { Pause } from '../../lib/core/pause.ts'
import { t } from '../../lib/platform/i18n.ts'
import { pauseAbout, pauseLength, pauseTitle } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Stuck.module.css'

type Props = {
  readonly pause: Pause
  readonly reason?: string
  /** The digit that starts it. */
  readonly digit: number
  /** Null where no pause can be started. */
  readonly onStart: ((pauseId: string) => void) | null
}

export const PauseCard = ({ pause, reason, digit, onStart }: Props) => (
  <div class={styles['card']}>
    <h3>{pauseTitle(pause.id)}</h3>
    <p>{pauseAbout(pause.id)}</p>
    <p class={styles['soft']}>
      {pauseLength(pause)}
      {reason && <> · {reason}</>}
    </p>
    {onStart && (
      <Button shortcut={String(digit)} onPress={() => onStart(pause.id)}>
        {t('offer_start')}
        <span class="hidden-text"> {pauseTitle(pause.id)}</span>
      </Button>
    )}
  </div>
)
