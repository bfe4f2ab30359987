/** A part of the report under its heading, which no page break parts from what follows. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import styles from './ReportPart.module.css'

type Props = {
  readonly title: string
  /** What has to be known to read it. */
  readonly hint?: string
  readonly children: ComponentChildren
}

export const ReportPart = ({ title, hint, children }: Props) => {
  const id = useId()
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h3 id={id} class={styles['title']}>
        {title}
      </h3>
      {hint && <p class={styles['hint']}>{hint}</p>}
      {children}
    </section>
  )
}
