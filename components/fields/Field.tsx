/** One question of a form, with what answers it. */
import type { ComponentChildren } from 'preact'
import styles from './Field.module.css'

type Props = {
  readonly title: string
  /** The id that the title gets, so that it can name a group. */
  readonly titleId: string
  readonly hint?: string
  readonly children: ComponentChildren
}

export const Field = ({ title, titleId, hint, children }: Props) => (
  <div class={styles['field']} data-field="">
    <p id={titleId} tabIndex={-1} class={styles['title']}>
      {title}
    </p>
    {hint && <p class={styles['hint']}>{hint}</p>}
    {children}
  </div>
)
