/** Felt in a form: its eleven places and "can't tell". */
import { useId } from 'preact/hooks'
import type { FeltAnswer } from '../../lib/core/check-in.ts'
import { FeltScale } from '../check-in/FeltScale.tsx'
import { CantTell } from './CantTell.tsx'
import { Field } from './Field.tsx'

type Props = {
  readonly title: string
  readonly value: FeltAnswer
  readonly onAnswer: (answer: FeltAnswer) => void
}

export const FeltField = ({ title, value, onAnswer }: Props) => {
  const id = useId()
  return (
    <Field title={title} titleId={id}>
      <FeltScale value={value} labelledBy={id} onAnswer={onAnswer} />
      <CantTell title={title} value={value} onAnswer={onAnswer} />
    </Field>
  )
}
