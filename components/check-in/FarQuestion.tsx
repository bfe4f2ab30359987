/** "Do things feel far away?", asked where the rules need to know. */
import type { Far } from '../../lib/core/records.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Choices, Question } from './Question.tsx'

type Props = { readonly value: Far | null; readonly onAnswer: (far: Far) => void }

const answers = ['far_0', 'far_1', 'far_2', 'far_3'] as const

export const FarQuestion = ({ value, onAnswer }: Props) => (
  <Question id="far" title={t('far_question')} hint={t('far_hint')} spoken={t('far_keys')}>
    <Choices labelledBy="far">
      {answers.map((key, far) => (
        <Button key={key} pressed={value === far} shortcut={String(far)} onPress={() => onAnswer(far as Far)}>
          {t(key)}
        </Button>
      ))}
    </Choices>
  </Question>
)
