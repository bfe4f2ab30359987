/** One question: its heading, a hint, and what answers it. */
import type { ComponentChildren } from 'preact'
import styles from './Question.module.css'

type Props = {
  readonly id: string
  readonly title: string
  readonly hint?: string
  /** Heard by screen readers after the heading. */
  readonly spoken?: string
  readonly children?: ComponentChildren
}

export const Question = ({ id, title, hint, spoken, children }: Props) => (
  <div class={styles['question']}>
    <div class={styles['title']}>
      <h1 id={id} tabIndex={-1}>
        {title}
      </h1>
      {hint && <p class={styles['hint']}>{hint}</p>}
      {spoken && <p class="hidden-text">{spoken}</p>}
    </div>
    {children}
  </div>
)

type ChoicesProps = { readonly labelledBy: string; readonly children: ComponentChildren }

/** Choices of one size below each other. */
export const Choices = ({ labelledBy, children }: ChoicesProps) => (
  <fieldset class={styles['choices']} aria-labelledby={labelledBy}>
    {children}
  </fieldset>
)
