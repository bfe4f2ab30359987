/** One question of a form with what answers it, and the way to take its answer back. */
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Field.module.css'

type Props = {
  readonly title: string
  /** The id that the title gets, so that it can name a group. */
  readonly titleId: string
  readonly hint?: string
  readonly children: ComponentChildren
  /** Takes the answer back; null while there is none. */
  readonly onClear?: (() => void) | null
}

export const Field = ({ title, titleId, hint, children, onClear }: Props) => {
  const field = useRef<HTMLDivElement>(null)
  const clear = () => {
    // The button goes away with the answer; the focus goes to the choices, from which another can be picked.
    field.current?.querySelector<HTMLElement>('button:not([tabindex="-1"])')?.focus()
    onClear?.()
  }
  return (
    <div ref={field} class={styles['field']}>
      <p id={titleId} tabIndex={-1} class={styles['title']}>
        {title}
      </p>
      {hint && <p class={styles['hint']}>{hint}</p>}
      {children}
      {onClear && (
        <div>
          <Button look="quiet" name={t('clear_answer_spoken', title)} onPress={clear}>
            {t('clear_answer')}
          </Button>
        </div>
      )}
    </div>
  )
}
