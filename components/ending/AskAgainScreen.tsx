/** The question of the welcome, once more after the first check-in, for people who gave it no answer. */
import type { AskAgain } from '../../lib/app/ending.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Frame } from '../check-in/Frame.tsx'
import { Choices, Question } from '../check-in/Question.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type Props = { readonly model: AskAgain }

const answers = [
  ['yes', 'welcome_yes'],
  ['no', 'welcome_no'],
] as const

export const AskAgainScreen = ({ model }: Props) => {
  const given = model.answer.value
  return (
    <Frame
      step="ask-again"
      foot={
        <Button shortcut="Escape" onPress={model.done}>
          {t('done')}
        </Button>
      }
    >
      <Question id="ask-again" title={t('welcome_ask')} hint={t('ask_again_hint')}>
        <Choices labelledBy="ask-again">
          {answers.map(([answer, key]) => (
            <Button key={answer} pressed={given === answer} onPress={() => void model.choose(answer)}>
              {t(key)}
            </Button>
          ))}
        </Choices>
        {given && model.failed.value && (
          <Notice urgent buttons={<Button onPress={() => void model.choose(given)}>{t('try_again')}</Button>}>
            <p>{t('err_choice')}</p>
          </Notice>
        )}
      </Question>
    </Frame>
  )
}
