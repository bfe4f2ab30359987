/** One answer out of a few, as buttons of one size beside each other; none may be chosen. */
import { useId } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'
import { ClearAnswer } from './ClearAnswer.tsx'
import { Field } from './Field.tsx'
import styles from './OneOf.module.css'

type Props<Value extends string | number> = {
  readonly title: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  /** Null while nothing is answered. */
  readonly value: Value | null
  readonly onAnswer: (value: Value | null) => void
}

export const OneOf = <Value extends string | number>(props: Props<Value>) => {
  const id = useId()
  return (
    <Field title={props.title} titleId={id}>
      <fieldset class={styles['options']} aria-labelledby={id}>
        {props.options.map(({ value, label }) => (
          <Button key={value} pressed={value === props.value} onPress={() => props.onAnswer(value)}>
            {label}
          </Button>
        ))}
        <ClearAnswer
          title={props.title}
          answered={props.value !== null}
          onClear={() => props.onAnswer(null)}
        />
      </fieldset>
    </Field>
  )
}
