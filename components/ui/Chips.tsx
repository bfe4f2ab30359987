/** Short choices beside each other, any number of which can be on. */
import styles from './Chips.module.css'

export type Chip = { readonly id: string; readonly label: string; readonly chosen: boolean }

type Props = {
  readonly chips: readonly Chip[]
  readonly onToggle: (id: string) => void
  /** Names the group for screen readers. */
  readonly label: string
}

export const Chips = ({ chips, onToggle, label }: Props) => (
  <fieldset class={styles['chips']} aria-label={label}>
    {chips.map(chip => (
      <button
        key={chip.id}
        type="button"
        class={styles['chip']}
        aria-pressed={chip.chosen}
        onClick={() => onToggle(chip.id)}
      >
        {chip.chosen && <span aria-hidden="true">✓</span>}
        {chip.label}
      </button>
    ))}
  </fieldset>
)
