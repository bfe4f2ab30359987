/** One thing to press; a choice that can be on or off says so through `pressed`. */
import type { ComponentChildren, Ref } from 'preact'
import styles from './Button.module.css'
import { workingKey } from './working-key.ts'

type Props = {
  readonly children: ComponentChildren
  readonly onPress?: () => void
  /** Sends the form it stands in, as Enter in its fields does. */
  readonly submits?: boolean
  /** `main` is the one main button of a page; `quiet` has no edge; `remove` takes something away. */
  readonly look?: 'plain' | 'main' | 'quiet' | 'remove'
  readonly pressed?: boolean
  readonly disabled?: boolean
  /** A fuller name for screen readers where the label alone says too little; it must contain the label. */
  readonly name?: string
  readonly describedBy?: string
  readonly expanded?: boolean
  /** The key that does the same, by its platform name: shown after the label and told to screen readers. */
  readonly shortcut?: string
  readonly buttonRef?: Ref<HTMLButtonElement>
}

export const Button = (props: Props) => {
  const look = props.look ?? 'plain'
  const shortcut = workingKey(props.shortcut)
  return (
    <button
      ref={props.buttonRef ?? null}
      type={props.submits ? 'submit' : 'button'}
      class={look === 'plain' ? styles['button'] : `${styles['button']} ${styles[look]}`}
      aria-pressed={props.pressed}
      aria-label={props.name}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      aria-keyshortcuts={shortcut}
      disabled={props.disabled}
      onClick={props.onPress}
    >
      {props.pressed && <span aria-hidden="true">✓</span>}
      <span>{props.children}</span>
      {shortcut && (
        <span class={styles['key']} aria-hidden="true">
          {shortcut === 'Escape' ? 'Esc' : shortcut}
        </span>
      )}
    </button>
  )
}
