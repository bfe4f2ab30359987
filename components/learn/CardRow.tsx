/** One card of Learn: its title, and when it is open its text, where that is from, and the way to a person. */
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import type { ShownCard } from '../../lib/app/learn.ts'
import { t } from '../../lib/platform/i18n.ts'
import buttonStyles from '../ui/Button.module.css'
import styles from './CardRow.module.css'
import { CardSources } from './CardSources.tsx'

type Props = {
  readonly card: ShownCard
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** Stands at the end of the open card. */
  readonly children?: ComponentChildren
}

export const CardRow = ({ card, open, onOpen, children }: Props) => {
  const id = useId()
  const name = useRef<HTMLButtonElement>(null)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || !open) return
    name.current?.focus()
    onOpen(false)
  }
  return (
    <li class={styles['row']} data-card={card.id} onKeyDown={press}>
      <h3 class={styles['title']}>
        <button
          ref={name}
          type="button"
          class={styles['name']}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => onOpen(!open)}
        >
          {card.title}
        </button>
      </h3>
      {open && (
        <div id={id} class={styles['card']}>
          <div class={styles['text']}>
            {card.text.map(paragraph => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          {card.talk && (
            <p>
              <a class={buttonStyles['button']} href="#help">
                {t('help_link')}
              </a>
            </p>
          )}
          {children}
          <CardSources card={card} />
        </div>
      )}
    </li>
  )
}
