/** The checkbox of a row, in sight while several are selected. The list itself listens to it and keeps it in step. */
import type { Id } from '../../lib/core/records.ts'
import styles from './Pick.module.css'

type Props = { readonly id: Id; readonly name: string }

export const Pick = ({ id, name }: Props) => (
  <span class={styles['pick']}>
    <input type="checkbox" data-pick={id} aria-label={name} autocomplete="off" />
  </span>
)
