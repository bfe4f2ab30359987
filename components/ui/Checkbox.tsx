/** Something that is on or off, as a native checkbox, and what it means where its name does not say it. */
import { useId } from 'preact/hooks'
import styles from './Checkbox.module.css'

type Props = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly hint?: string | undefined
  readonly disabled?: boolean
}

export const Checkbox = ({ label, checked, onChange, hint, disabled }: Props) => {
  const id = useId()
  const box = (
    <label class={styles['checkbox']}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint && id}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  )
  if (!hint) return box
  return (
    <div>
      {box}
      <p id={id} class={styles['hint']}>
        {hint}
      </p>
    </div>
  )
}
