/** After how long without use Thaw locks itself. */
import type { LockMinutes } from '../../lib/core/lock.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Choice } from '../ui/Choice.tsx'
import styles from './LockPart.module.css'
import { minutesText } from './lock-texts.ts'

type Props = {
  readonly choices: readonly LockMinutes[]
  readonly value: LockMinutes
  readonly onChoose: (minutes: LockMinutes) => void
}

/** A radio button has no value that is null. */
const choiceOf = (minutes: LockMinutes): number => minutes ?? 0

export const MinutesChoice = ({ choices, value, onChoose }: Props) => (
  <div class={styles['lines']}>
    <Choice
      legend={t('lock_minutes')}
      options={choices.map(minutes => ({ value: choiceOf(minutes), label: minutesText(minutes) }))}
      value={choiceOf(value)}
      onChoose={chosen => onChoose(choices.find(minutes => choiceOf(minutes) === chosen) ?? null)}
    />
    <p class={styles['soft']}>{t('lock_minutes_hint')}</p>
  </div>
)
