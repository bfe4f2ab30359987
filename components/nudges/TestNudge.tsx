/** "Send one now", whether it was seen, and what to do where it was not. */
import { useId } from 'preact/hooks'
import type { NudgeTest } from '../../lib/app/nudge-test.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { SystemHelp } from './SystemHelp.tsx'
import styles from './TestNudge.module.css'
import { testSaid } from './test-texts.ts'

type Props = { readonly model: NudgeTest }

const Question = ({ model }: Props) => (
  <div class={styles['buttons']}>
    <Button onPress={() => void model.answer(true)}>{t('yes')}</Button>
    <Button onPress={() => void model.answer(false)}>{t('no')}</Button>
  </div>
)

export const TestNudge = ({ model }: Props) => {
  const id = useId()
  const element = useKeptFocus<HTMLDivElement>()
  const step = model.step.value
  return (
    <section class={styles['test']} aria-labelledby={id}>
      <h2 id={id}>{t('test_title')}</h2>
      <div>
        <Button onPress={() => void model.send()}>{t('test_send')}</Button>
      </div>
      <div ref={element} class={styles['answer']} tabIndex={-1}>
        <div role="status" class={styles['said']}>
          {testSaid(step).map(sentence => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {step.kind === 'asking' && <Question model={model} />}
        {step.kind === 'help' && step.about === 'message' && (
          <>
            {step.dot === 'off' && (
              <div>
                <Button onPress={() => void model.useDot()}>{t('test_use_dot')}</Button>
              </div>
            )}
            <SystemHelp system={step.system} />
          </>
        )}
      </div>
    </section>
  )
}
