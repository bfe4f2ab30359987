/** One of many, as a native list to open. */
import { useId } from 'preact/hooks'
import styles from './Select.module.css'

type Props = {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** null while nothing is chosen. */
  readonly value: string | null
  readonly onChoose: (value: string) => void
}

export const Select = ({ label, options, value, onChoose }: Props) => {
  const id = useId()
  return (
    <div class={styles['field']}>
      <label for={id}>{label}</label>
      <select
        id={id}
        class={styles['select']}
        autocomplete="off"
        onChange={event => onChoose(event.currentTarget.value)}
      >
        {value === null && <option value="" selected hidden />}
        {options.map(option => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
