/** Something that is on or off, as a native checkbox. */
import styles from './Checkbox.module.css'

type Props = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly describedBy?: string | undefined
  readonly disabled?: boolean
}

export const Checkbox = ({ label, checked, onChange, describedBy, disabled }: Props) => (
  <label class={styles['checkbox']}>
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      aria-describedby={describedBy}
      onChange={event => onChange(event.currentTarget.checked)}
    />
    <span>{label}</span>
  </label>
)
