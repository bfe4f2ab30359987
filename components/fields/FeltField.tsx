/** Felt in a form: its eleven places and "can't tell". */
import { useId } from 'preact/hooks'
import type { FeltAnswer } from '../../lib/core/check-in.ts'
import { t } from '../../lib/platform/i18n.ts'
import { FeltScale } from '../check-in/FeltScale.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from './Field.tsx'

type Props = {
  readonly title: string
  readonly value: FeltAnswer
  readonly onAnswer: (answer: FeltAnswer) => void
}

export const FeltField = ({ title, value, onAnswer }: Props) => {
  const id = useId()
  return (
    <Field title={title} titleId={id} onClear={value === null ? null : () => onAnswer(null)}>
      <FeltScale value={value} labelledBy={id} onAnswer={onAnswer} />
      <div>
        <Button pressed={value === 'cant-tell'} onPress={() => onAnswer('cant-tell')}>
          {t('felt_cant_tell')}
        </Button>
      </div>
    </Field>
  )
}
