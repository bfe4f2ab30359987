/** A part of a form that is folded until it is wanted; what is chosen in it shows beside its name. */
import type { ComponentChildren } from 'preact'
import styles from './Fold.module.css'

type Props = {
  readonly label: string
  /** Shown beside the label while it is folded. */
  readonly hint: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly children: ComponentChildren
}

export const Fold = ({ label, hint, open, onOpen, children }: Props) => (
  <div class={styles['fold']}>
    <button type="button" class={styles['name']} aria-expanded={open} onClick={() => onOpen(!open)}>
      {label}
      {!open && <span class={styles['hint']}>{hint}</span>}
    </button>
    {open && children}
  </div>
)
