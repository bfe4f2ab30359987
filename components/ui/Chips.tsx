/** Short choices beside each other, any number of which can be on. */
import styles from './Chips.module.css'
import { workingKey } from './working-key.ts'

export type Chip = {
  readonly id: string
  readonly label: string
  readonly chosen: boolean
  /** The key that does the same, by its platform name: shown after the label and told to screen readers. */
  readonly shortcut?: string
}

type Props = {
  readonly chips: readonly Chip[]
  readonly onToggle: (id: string) => void
  /** Names the group for screen readers. */
  readonly label: string
}

export const Chips = ({ chips, onToggle, label }: Props) => (
  <fieldset class={styles['chips']} aria-label={label}>
    {chips
      .map(chip => ({ ...chip, shortcut: workingKey(chip.shortcut) }))
      .map(chip => (
        <button
          key={chip.id}
          type="button"
          class={styles['chip']}
          aria-pressed={chip.chosen}
          aria-keyshortcuts={chip.shortcut}
          onClick={() => onToggle(chip.id)}
        >
          {chip.chosen && <span aria-hidden="true">✓</span>}
          {chip.label}
          {chip.shortcut && (
            <span class={styles['key']} aria-hidden="true">
              {chip.shortcut === 'Plus' ? '+' : chip.shortcut}
            </span>
          )}
        </button>
      ))}
  </fieldset>
)
