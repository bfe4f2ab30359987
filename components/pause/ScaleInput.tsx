/** A small scale in a pause: numbers to press, with words at both ends; a second press takes the answer back. */
import { useId } from 'preact/hooks'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { formatNumber } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './PauseInputs.module.css'
import { catalogueText } from './pause-texts.ts'

type Props = {
  readonly input: Extract<PauseInput, { kind: 'scale' }>
  readonly value: number | null
  /** Empty where the answer was taken back. */
  readonly onWrite: (value: number | '') => void
}

export const ScaleInput = ({ input, value, onWrite }: Props) => {
  const id = useId()
  const [low, high] = input.ends.map(catalogueText)
  const places = Array.from({ length: input.to + 1 }, (_, place) => place)
  return (
    <div class={styles['field']}>
      <p id={id}>{catalogueText(input.label)}</p>
      <div class={styles['scale']}>
        <fieldset class={styles['row']} aria-labelledby={id}>
          {places.map(place => (
            <Button
              key={place}
              pressed={place === value}
              name={
                place === 0
                  ? `${formatNumber(place)} ${low}`
                  : place === input.to
                    ? `${formatNumber(place)} ${high}`
                    : formatNumber(place)
              }
              onPress={() => onWrite(place === value ? '' : place)}
            >
              {formatNumber(place)}
            </Button>
          ))}
        </fieldset>
        <p class={styles['ends']} aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </p>
      </div>
    </div>
  )
}
