/** The first question: how much can be felt right now. */
import type { FeltAnswer } from '../../lib/core/check-in.ts'
import type { Felt } from '../../lib/core/records.ts'
import { t } from '../../lib/platform/i18n.ts'
import { FeltScale } from './FeltScale.tsx'
import { Question } from './Question.tsx'

type Props = { readonly value: FeltAnswer; readonly onAnswer: (felt: Felt) => void }

export const FeltQuestion = ({ value, onAnswer }: Props) => (
  <Question id="felt" title={t('felt_question')} hint={t('felt_hint')} spoken={t('felt_keys')}>
    <FeltScale value={value} labelledBy="felt" onAnswer={onAnswer} />
  </Question>
)
