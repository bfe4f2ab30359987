/** Text that a person types: no browser keeps, checks or completes what stands in it. */
import type { ComponentProps } from 'preact'
import { useContext, useId } from 'preact/hooks'
import { SpellingContext } from './spelling.ts'
import styles from './TextField.module.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  /** `whole` is false where a date or time is typed in part, which browsers give out as an empty value and announce with no event. */
  readonly onLeave?: (value: string, whole: boolean) => void
  readonly hint?: string
  /** What is wrong with the text, in a sentence; the text stays. */
  readonly problem?: string | null
  readonly rows?: number
  readonly type?: 'text' | 'search' | 'time' | 'date' | 'password'
  readonly inputMode?: 'numeric'
  /** Words of the person's own, which run in the direction of their own script, and whose spelling the browser may check where they chose that. */
  readonly ownWords?: boolean
  readonly labelHidden?: boolean
  /** `auto` where such words are sought or named. */
  readonly dir?: 'auto'
  /** The first and the last day that a calendar offers; others can still be typed. */
  readonly min?: string
  readonly max?: string
  readonly disabled?: boolean
  /** A passphrase that is chosen now: no browser offers one that it keeps. */
  readonly autocomplete?: 'new-password'
}

type Shared = Omit<ComponentProps<'input'>, 'type' | 'role' | 'list'>

/** Fields take years of six digits where nothing ends them, and Thaw's days have four. */
const lastDay = '9999-12-31'

/** One element a type, because each type allows other attributes. */
const inputOf = (type: NonNullable<Props['type']>, shared: Shared) => {
  if (type === 'time') return <input {...shared} type="time" />
  if (type === 'date') return <input {...shared} max={shared.max ?? lastDay} type="date" />
  if (type === 'password') return <input {...shared} type="password" />
  return type === 'search' ? <input {...shared} type="search" /> : <input {...shared} type="text" />
}

export const TextField = (props: Props) => {
  const id = useId()
  const mayCheck = useContext(SpellingContext)
  const shared = {
    id,
    class: styles['input'],
    value: props.value,
    autocomplete: props.autocomplete ?? 'off',
    // Some browsers send what is typed to a server to check or complete it.
    spellcheck: props.ownWords === true && mayCheck,
    writingsuggestions: 'false',
    'aria-invalid': props.problem ? true : undefined,
    'aria-describedby': `${id}-hint ${id}-problem`,
    disabled: props.disabled,
    dir: props.ownWords ? 'auto' : props.dir,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
    onBlur: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      props.onLeave?.(event.currentTarget.value, !event.currentTarget.validity.badInput),
  } as const
  return (
    <div class={styles['field']}>
      <label for={id} class={props.labelHidden ? 'hidden-text' : undefined}>
        {props.label}
      </label>
      {props.hint && (
        <p id={`${id}-hint`} class={styles['hint']}>
          {props.hint}
        </p>
      )}
      {props.rows ? (
        <textarea {...shared} rows={props.rows} />
      ) : (
        inputOf(props.type ?? 'text', {
          ...shared,
          inputMode: props.inputMode,
          min: props.min,
          max: props.max,
        })
      )}
      <div id={`${id}-problem`} role="status">
        {props.problem && <p class={styles['problem']}>{props.problem}</p>}
      </div>
    </div>
  )
}
