/** Says that a doctor or therapist could look, and why; with one question that need not be answered, and the ways to put it away. */
import { useEffect, useRef } from 'preact/hooks'
import type { HelpCard as Card } from '../../lib/app/help-card.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './HelpSection.module.css'
import { reasonText } from './help-texts.ts'

type Answer = Parameters<Card['reply']>[0]

type Props = {
  readonly model: Card
  /** It is getting hard: who to ask stands open then. */
  readonly onYes: () => void
}

const Question = ({ onAnswer }: { readonly onAnswer: (answer: Answer) => void }) => (
  <fieldset class={styles['question']}>
    <legend>{t('lasting_ask')}</legend>
    <div class={styles['answers']}>
      <Button onPress={() => onAnswer('yes')}>{t('yes')}</Button>
      <Button onPress={() => onAnswer('no')}>{t('no')}</Button>
      <Button onPress={() => onAnswer('rather-not')}>{t('lasting_rather_not')}</Button>
    </div>
  </fieldset>
)

export const HelpCard = ({ model, onYes }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  // Anew with each visit: it may have been put away on Today.
  useEffect(() => void model.load('follows'), [model])
  const reason = model.reason.value
  const answered = model.answer.value !== null
  /** What had the focus goes. */
  const after = (act: () => void) => () => {
    place.current?.focus({ preventScroll: true })
    act()
  }
  const answer = (given: Answer) => {
    after(() => model.reply(given))()
    if (given === 'yes') onYes()
  }
  return (
    <div ref={place} tabIndex={-1} class={styles['card']}>
      {reason && (
        <Notice
          buttons={
            <>
              <Button onPress={after(() => void model.putAway())}>{t('not_now')}</Button>
              <Button onPress={after(() => void model.never())}>{t('lasting_never')}</Button>
            </>
          }
        >
          <p>{reasonText(reason)}</p>
          {!answered && <Question onAnswer={answer} />}
        </Notice>
      )}
      <p role="status" class={styles['soft']}>
        {model.ended.value && t('lasting_ended')}
      </p>
    </div>
  )
}
