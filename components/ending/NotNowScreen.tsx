/** After "not now" to a reminder: it is stored, and what more can be said is extra. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { NotNow } from '../../lib/app/not-now.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Frame } from '../check-in/Frame.tsx'
import { Choices, Question } from '../check-in/Question.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type Props = { readonly model: NotNow }

const reasonTexts = { moment: 'not_now_moment', today: 'not_now_today' } as const
const answerTexts = { moment: 'not_now_tuned', today: 'not_now_no_more' } as const

const Words = ({ model }: Props) => (
  <>
    <Choices labelledBy="ended">
      {model.reasons.map(({ word, key }) => (
        <Button key={word} shortcut={key} onPress={() => void model.choose(word)}>
          {t(reasonTexts[word])}
        </Button>
      ))}
    </Choices>
    <Choices labelledBy="again">
      <h2 id="again">{t('snooze_title')}</h2>
      {model.snoozes.map(({ word, key }) => (
        <Button key={word} shortcut={key} onPress={() => void model.choose(word)}>
          {plural('snooze_minutes', word)}
        </Button>
      ))}
    </Choices>
  </>
)

export const NotNowScreen = ({ model }: Props) => {
  const done = useRef<HTMLButtonElement>(null)
  const said = model.said.value
  const told = model.telling.value === 'told'
  // The button that was pressed goes away, and must not take the focus with it.
  useLayoutEffect(() => {
    if (told) done.current?.focus()
  }, [told])
  return (
    <Frame
      step="ended"
      foot={
        <Button buttonRef={done} shortcut="Escape" onPress={model.done}>
          {t('done')}
        </Button>
      }
    >
      <Question id="ended" title={t('end_not_now')} {...(told ? {} : { hint: t('end_not_now_hint') })}>
        <div role="status">
          {told && (said === 'moment' || said === 'today') && <p>{t(answerTexts[said])}</p>}
        </div>
        {model.telling.value === 'failed' && (
          <Notice urgent buttons={<Button onPress={() => void model.tryAgain()}>{t('try_again')}</Button>}>
            <p>{t('err_reach')}</p>
          </Notice>
        )}
        {!told && <Words model={model} />}
      </Question>
    </Frame>
  )
}
