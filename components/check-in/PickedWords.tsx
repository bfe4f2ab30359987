/** The words picked so far, each to be taken out again or marked as a best guess. */
import { useContext } from 'preact/hooks'
import type { Id, PickedWord } from '../../lib/core/records.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { LabelsContext } from '../words/labels.ts'
import styles from './PickedWords.module.css'

type Props = {
  readonly words: readonly PickedWord[]
  /** "Not sure" answers are no guesses. */
  readonly canBeGuess: (id: Id) => boolean
  readonly onTakeOut: (id: string) => void
  readonly onGuess: (id: string) => void
}

/** A word that is taken out would take the focus with it: its neighbour gets it, or the nearest heading that can. */
const leaveRow = () => {
  const row = document.activeElement?.closest('li')
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
  let around = neighbour ? null : row?.parentElement
  while (around && !around.querySelector('[tabindex="-1"]')) around = around.parentElement
  const next = neighbour?.querySelector('button') ?? around?.querySelector<HTMLElement>('[tabindex="-1"]')
  next?.focus()
}

export const PickedWords = ({ words, canBeGuess, onTakeOut, onGuess }: Props) => {
  const { word: labelOf } = useContext(LabelsContext)
  return (
    <ul class={styles['words']} aria-label={t('words_picked')}>
      {words.map(word => (
        <li key={word.id} class={styles['word']}>
          <Button
            pressed
            name={t('words_take_out', labelOf(word.id))}
            onPress={() => {
              leaveRow()
              onTakeOut(word.id)
            }}
          >
            {labelOf(word.id)}
          </Button>
          {canBeGuess(word.id) && (
            <Button
              look="quiet"
              pressed={word.guess}
              name={t('words_guess_spoken', labelOf(word.id))}
              onPress={() => onGuess(word.id)}
            >
              {t('words_guess')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
