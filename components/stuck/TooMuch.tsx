/** "It is too much": three things outside, at once, with no question; then someone to talk to. */
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import { Question } from '../check-in/Question.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './Stuck.module.css'

type Props = {
  /** How often "Once more" was pressed. */
  readonly rounds: number
  readonly onAgain: () => void
}

const lines = ['too_much_1', 'too_much_2', 'too_much_3'] as const

export const TooMuch = ({ rounds, onAgain }: Props) => {
  const list = useRef<HTMLOListElement>(null)
  const shown = useRef(rounds)
  useEffect(() => {
    if (rounds === shown.current) return
    shown.current = rounds
    // Read out again from its first line; nobody has to look for it.
    list.current?.focus()
  }, [rounds])
  return (
    <Question id="too-much" title={t('too_much_title')}>
      <ol key={rounds} ref={list} class={styles['ground']} tabIndex={-1} aria-labelledby="too-much">
        {lines.map(key => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <div class={styles['pair']}>
        <Button shortcut="O" onPress={onAgain}>
          {t('too_much_again')}
        </Button>
        <HelpLink />
      </div>
    </Question>
  )
}
