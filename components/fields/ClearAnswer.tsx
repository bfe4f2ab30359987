/** Takes an answer back; it stands there for as long as there is one. */
import { useRef } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'

type Props = {
  /** The question, for screen readers. */
  readonly title: string
  readonly answered: boolean
  readonly onClear: () => void
}

export const ClearAnswer = ({ title, answered, onClear }: Props) => {
  const button = useRef<HTMLButtonElement>(null)
  const clear = () => {
    // The button goes away with the answer; the focus goes to the choices, from which another can be picked.
    const field = button.current?.closest('[data-field]')
    field?.querySelector<HTMLElement>('button:not([tabindex="-1"])')?.focus()
    onClear()
  }
  if (!answered) return null
  return (
    <Button buttonRef={button} look="quiet" name={t('clear_answer_spoken', title)} onPress={clear}>
      {t('clear_answer')}
    </Button>
  )
}
