/** A group of words: two examples when folded, eight at a time when open. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { formatTerms, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { type Chip, Chips } from '../ui/Chips.tsx'
import styles from './WordGroup.module.css'

type Props = {
  readonly label: string
  readonly words: readonly Chip[]
  readonly open: boolean
  /** The key that opens and folds it. */
  readonly shortcut?: string
  readonly onOpen: (open: boolean) => void
  readonly onToggle: (id: string) => void
}

const atATime = 8

export const WordGroup = ({ label, words, open, shortcut, onOpen, onToggle }: Props) => {
  const [shown, setShown] = useState(atATime)
  const list = useRef<HTMLDivElement>(null)
  // "More words" goes away with its last words; the focus goes on to the first new one.
  useLayoutEffect(() => {
    if (shown > atATime) list.current?.querySelectorAll('button')[shown - atATime]?.focus()
  }, [shown])
  const examples = formatTerms(words.slice(0, 2).map(word => word.label))
  return (
    <div class={styles['group']}>
      <button
        type="button"
        class={styles['name']}
        aria-expanded={open}
        aria-keyshortcuts={shortcut}
        onClick={() => onOpen(!open)}
      >
        {label}
        {!open && <span class={styles['examples']}>{examples}</span>}
        {shortcut && (
          <span class={styles['key']} aria-hidden="true">
            {shortcut}
          </span>
        )}
      </button>
      {open && (
        <div ref={list} class={styles['words']}>
          <Chips label={label} chips={words.slice(0, shown)} onToggle={onToggle} />
          {shown < words.length && (
            <Button look="quiet" onPress={() => setShown(shown + atATime)}>
              {t('words_more')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
