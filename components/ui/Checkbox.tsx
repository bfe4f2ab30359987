/** Something that is on or off, as a native checkbox. */
import styles from './Checkbox.module.css'

type Props = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly describedBy?: string | undefined
}

export const Checkbox = ({ label, checked, onChange, describedBy }: Props) => (
  <label class={styles['checkbox']}>
    <input
      type="checkbox"
      checked={checked}
      aria-describedby={describedBy}
      onChange={event => onChange(event.currentTarget.checked)}
    />
    <span>{label}</span>
  </label>
)
