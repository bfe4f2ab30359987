/** After a pause: felt again and one tap on how it was, both for those who want to. */
import type { ComponentChildren } from 'preact'
import type { AfterAnswers } from '../../lib/app/pause-run.ts'
import type { Ease, Felt } from '../../lib/core/records.ts'
import { t } from '../../lib/platform/i18n.ts'
import { FeltScale } from '../check-in/FeltScale.tsx'
import { Question } from '../check-in/Question.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import { Button } from '../ui/Button.tsx'
import { intoView } from '../ui/into-view.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './AfterPause.module.css'

type Props = {
  readonly answers: AfterAnswers
  /** The question for a line to keep, where it is asked. */
  readonly ask: ComponentChildren
  /** Everything that was answered is kept. */
  readonly kept: boolean
  readonly onFelt: (felt: Felt) => void
  readonly onEase: (ease: Ease) => void
  /** What the pause was: one that looks outward is left out alone, of other kinds all are. */
  readonly outward: boolean
  readonly onLookUp: () => void
  readonly onAnother: () => void
}

const eases = [
  ['eased', 'ease_eased', 'E'],
  ['same', 'ease_same', 'S'],
  ['worse', 'ease_worse', 'W'],
] as const

const Worse = ({ outward, onLookUp, onAnother }: Pick<Props, 'outward' | 'onLookUp' | 'onAnother'>) => (
  <Notice>
    <p>{t(outward ? 'after_worse_out' : 'after_worse')}</p>
    <div ref={intoView} class={styles['doors']}>
      {outward ? (
        <Button onPress={onAnother}>{t('offer_other')}</Button>
      ) : (
        <Button onPress={onLookUp}>{t('after_worse_look')}</Button>
      )}
      <HelpLink />
    </div>
  </Notice>
)

export const AfterPause = ({ answers, ask, kept, onFelt, onEase, ...worse }: Props) => (
  <div class={styles['after']}>
    <Question id="after" title={t('after_question')}>
      <FeltScale value={answers.after} labelledBy="after" onAnswer={onFelt} />
    </Question>
    <div class={styles['ease']}>
      <h2 id="ease">{t('ease_question')}</h2>
      <fieldset class={styles['eases']} aria-labelledby="ease">
        {eases.map(([ease, key, letter]) => (
          <Button key={ease} shortcut={letter} pressed={answers.ease === ease} onPress={() => onEase(ease)}>
            {t(key)}
          </Button>
        ))}
      </fieldset>
    </div>
    {ask}
    <div role="status" class={styles['said']}>
      {answers.ease === 'same' && <p>{t('after_same')}</p>}
      {answers.ease === 'worse' && <Worse {...worse} />}
      {answers.ease && kept && <p class={styles['soft']}>{t('end_saved')}</p>}
    </div>
  </div>
)
