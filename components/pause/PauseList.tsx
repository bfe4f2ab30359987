/** Every pause, to be picked by hand. */
import type { Pause } from '../../lib/core/pause.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Question } from '../check-in/Question.tsx'
import styles from './PauseList.module.css'
import { pauseAbout, pauseLength, pauseTitle } from './pause-texts.ts'

type Props = { readonly pauses: readonly Pause[]; readonly onStart: (pauseId: string) => void }

export const PauseList = ({ pauses, onStart }: Props) => (
  <Question id="pauses" title={t('offer_all')}>
    <ul class={styles['list']}>
      {pauses.map(pause => (
        <li key={pause.id}>
          <button type="button" class={styles['pause']} onClick={() => onStart(pause.id)}>
            <span class={styles['name']}>{pauseTitle(pause.id)}</span>
            <span>{pauseAbout(pause.id)}</span>
            <span class={styles['soft']}>{pauseLength(pause)}</span>
          </button>
        </li>
      ))}
    </ul>
  </Question>
)
