/** One answer out of several, as native radio buttons: arrows move, and the chosen one carries a tick. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import styles from './Choice.module.css'

type Option<Value> = { readonly value: Value; readonly label: string; readonly hint?: string }

type Props<Value extends string | number> = {
  readonly legend: string
  readonly options: readonly Option<Value>[]
  /** null while nothing is chosen. */
  readonly value: Value | null
  readonly onChoose: (value: Value) => void
  /** Stands under the chosen option: what belongs to it alone. */
  readonly inside?: ComponentChildren
}

export const Choice = <Value extends string | number>(props: Props<Value>) => {
  const id = useId()
  return (
    <fieldset class={styles['choice']}>
      <legend>{props.legend}</legend>
      {props.options.map(({ value, label, hint }) => (
        <div key={value} class={styles['option']}>
          <label class={styles['label']}>
            <input
              type="radio"
              name={id}
              checked={value === props.value}
              aria-labelledby={`${id}-${value}`}
              aria-describedby={hint ? `${id}-${value}-hint` : undefined}
              onChange={() => props.onChoose(value)}
            />
            <span>
              <span id={`${id}-${value}`}>{label}</span>
              {hint && (
                <span id={`${id}-${value}-hint`} class={styles['hint']}>
                  {hint}
                </span>
              )}
            </span>
          </label>
          {value === props.value && props.inside && <div class={styles['inside']}>{props.inside}</div>}
        </div>
      ))}
    </fieldset>
  )
}
