/** How much of a small step that is done reached the person: asked quietly, and said beside what they thought. */
import { useState } from 'preact/hooks'
import type { SmallStep } from '../../lib/core/small-step.ts'
import { t } from '../../lib/platform/i18n.ts'
import { ScaleInput } from '../pause/ScaleInput.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import styles from './StepRow.module.css'

type Props = {
  readonly step: Pick<SmallStep, 'name' | 'expected' | 'actual'>
  /** null takes the answer back. */
  readonly onReach: (actual: number | null) => void
}

const scale = {
  kind: 'scale',
  field: 'actual',
  label: 'step_reach',
  to: 10,
  ends: ['pause_one_small_thing_expected_low', 'pause_one_small_thing_expected_high'],
} as const

export const StepReach = ({ step: { name, expected, actual }, onReach }: Props) => {
  const [open, setOpen] = useState(false)
  const place = useKeptFocus<HTMLDivElement>()
  return (
    <div ref={place} class={styles['reach']} tabIndex={-1}>
      {actual !== null && (
        <p class={styles['soft']}>
          {expected === null ? t('step_reach_was', actual) : t('step_reach_both', expected, actual)}
        </p>
      )}
      {open ? (
        <ScaleInput
          input={scale}
          value={actual}
          onWrite={value => {
            onReach(value === '' ? null : value)
            setOpen(false)
          }}
        />
      ) : (
        <Button
          look="quiet"
          name={actual === null ? t('step_reach_named', name) : t('step_reach_change_named', name)}
          onPress={() => setOpen(true)}
        >
          {t(actual === null ? 'step_reach_ask' : 'step_reach_change')}
        </Button>
      )}
    </div>
  )
}
