/** The fields of one step of an own pause: what it says, and for how long. */
import type { OwnPauseProblem } from '../../lib/core/own-pause.ts'
import type { DraftStep } from '../../lib/core/pause-draft.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { refusedText } from './library-texts.ts'
import styles from './StepFields.module.css'

type Props = {
  readonly step: DraftStep
  /** Which step it is, from 1. */
  readonly place: number
  readonly refused: OwnPauseProblem | null
  readonly onType: (change: Partial<Pick<DraftStep, 'text' | 'seconds'>>) => void
  readonly onUp: () => void
  readonly onOut: () => void
}

export const StepFields = ({ step, place, refused, onType, onUp, onOut }: Props) => {
  const says = (...kinds: readonly string[]) =>
    refused && 'step' in refused && refused.step === place && kinds.includes(refused.kind)
      ? refusedText(refused)
      : null
  return (
    <fieldset class={styles['step']} data-step={step.key}>
      <legend>{t('library_form_step', place)}</legend>
      <TextField
        label={t('library_form_text')}
        value={step.text}
        rows={2}
        ownWords
        onInput={text => onType({ text })}
        problem={says('step-empty', 'step-long')}
      />
      <div class={styles['seconds']}>
        <TextField
          label={t('library_form_seconds')}
          hint={t('library_form_seconds_hint')}
          value={step.seconds}
          inputMode="numeric"
          onInput={seconds => onType({ seconds })}
          problem={says('step-seconds')}
        />
      </div>
      <div class={styles['buttons']}>
        {place > 1 && (
          <span data-move="">
            <Button look="quiet" name={t('library_form_up_spoken', place)} onPress={onUp}>
              {t('library_form_up')}
            </Button>
          </span>
        )}
        <Button look="quiet" name={t('library_form_out_spoken', place)} onPress={onOut}>
          {t('library_form_out')}
        </Button>
      </div>
    </fieldset>
  )
}
