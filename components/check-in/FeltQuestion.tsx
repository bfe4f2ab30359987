/** The first question: how much can be felt right now, and what stands beside the scale. */
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { FeltScale } from './FeltScale.tsx'
import { Question } from './Question.tsx'

type Props = { readonly model: CheckInModel }

export const FeltQuestion = ({ model }: Props) => (
  <Question id="felt" title={t('felt_question')} hint={t('felt_hint')} spoken={t('felt_keys')}>
    <FeltScale value={model.felt.value} labelledBy="felt" onAnswer={model.answerFelt} />
  </Question>
)

export const FeltFoot = ({ model }: Props) => (
  <>
    <Button shortcut="T" pressed={model.felt.value === 'cant-tell'} onPress={model.cantTell}>
      {t('felt_cant_tell')}
    </Button>
    <Button shortcut="P" onPress={model.pauseFirst}>
      {t('pause_first')}
    </Button>
    <Button shortcut="Escape" onPress={model.notNow}>
      {t('not_now')}
    </Button>
  </>
)
