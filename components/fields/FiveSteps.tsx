/** A scale of five named steps, as dots that grow; one press answers, arrows walk, and "can't tell" is an answer too. */
import { useId, useRef } from 'preact/hooks'
import type { StepAnswer } from '../../lib/core/edit.ts'
import { direction, t } from '../../lib/platform/i18n.ts'
import { CantTell } from './CantTell.tsx'
import { Field } from './Field.tsx'
import styles from './FiveSteps.module.css'
import { type StepKeys, steps } from './scale-texts.ts'
import { tabStopIn } from './tab-stop.ts'

type Props = {
  readonly title: string
  readonly keys: StepKeys
  readonly value: StepAnswer
  /** Where little is felt, "can't tell" stands before the steps. */
  readonly cantTellFirst: boolean
  readonly onAnswer: (answer: StepAnswer) => void
}

/** Where an arrow leads from a step, or null where it leads nowhere. */
const walk = (from: number, key: string): number | null => {
  const forward = direction() === 'rtl' ? -1 : 1
  const step = key === 'ArrowRight' ? forward : key === 'ArrowLeft' ? -forward : 0
  const to = from + step
  return from >= 0 && step !== 0 && to >= 0 && to < steps.length ? to : null
}

export const FiveSteps = ({ title, keys, value, cantTellFirst, onAnswer }: Props) => {
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const tabStop = tabStopIn(steps, value)
  const onKeyDown = (event: KeyboardEvent) => {
    const places = [...(row.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
    const to = walk(places.indexOf(document.activeElement as HTMLButtonElement), event.key)
    if (to === null) return
    event.preventDefault()
    places[to]?.focus()
  }
  const cantTell = <CantTell title={title} value={value} onAnswer={onAnswer} />
  return (
    <Field title={title} titleId={id}>
      <fieldset class={styles['scale']} aria-labelledby={id} onKeyDown={onKeyDown}>
        {cantTellFirst && cantTell}
        <div class={styles['steps']}>
          <div ref={row} class={styles['row']}>
            {steps.map(step => (
              <button
                key={step}
                type="button"
                class={styles['step']}
                aria-label={t(keys[step])}
                aria-pressed={step === value}
                tabIndex={step === tabStop ? 0 : -1}
                onClick={() => onAnswer(step)}
              >
                <span class={styles['pane']} data-step={step} />
                <span class={styles['tick']}>{step === value && '✓'}</span>
              </button>
            ))}
          </div>
          <div class={styles['names']} aria-hidden="true">
            {steps.map(step => (
              <span key={step}>{t(keys[step])}</span>
            ))}
          </div>
        </div>
        {!cantTellFirst && cantTell}
      </fieldset>
    </Field>
  )
}
