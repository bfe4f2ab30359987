/** A quiet card: something the person may want to know, with what they can do about it. */
import type { ComponentChildren } from 'preact'
import styles from './Notice.module.css'

type Props = {
  readonly children: ComponentChildren
  readonly buttons?: ComponentChildren
  /** A problem that just came up is read out at once. */
  readonly urgent?: boolean
}

export const Notice = ({ children, buttons, urgent }: Props) => (
  <div class={styles['notice']} role={urgent ? 'alert' : undefined}>
    {children}
    {buttons && <div class={styles['buttons']}>{buttons}</div>}
  </div>
)
