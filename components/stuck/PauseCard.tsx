/** A pause as one press: what it is, how long, and why it stands here. */
import type { ListedPause } from '../../lib/core/pause-list.ts'
import { t } from '../../lib/platform/i18n.ts'
import { listedAbout, listedTitle, pauseLength, wordsDir } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Stuck.module.css'

type Props = {
  readonly listed: ListedPause
  readonly reason?: string
  /** The digit that starts it. */
  readonly digit: number
  readonly onStart: (pauseId: string) => void
}

export const PauseCard = ({ listed, reason, digit, onStart }: Props) => (
  <div class={styles['card']}>
    <h3 dir={wordsDir(listed)}>{listedTitle(listed)}</h3>
    {listedAbout(listed) && <p dir={wordsDir(listed)}>{listedAbout(listed)}</p>}
    <p class={styles['soft']}>
      {pauseLength(listed.pause)}
      {reason && <> · {reason}</>}
    </p>
    <Button shortcut={String(digit)} onPress={() => onStart(listed.pause.id)}>
      {t('offer_start')}
      <span class="hidden-text">
        {' '}
        <bdi>{listedTitle(listed)}</bdi>
      </span>
    </Button>
  </div>
)
