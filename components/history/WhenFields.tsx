/** The day of a check-in of the past, and its time where it is known. */
import type { WhenForm } from '../../lib/app/past.ts'
import type { When, WhenProblem } from '../../lib/core/past.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './WhenFields.module.css'
import { whenSentence } from './when-texts.ts'

type Props = {
  readonly when: When
  readonly form: WhenForm
  readonly problem: WhenProblem | null
}

export const WhenFields = ({ when, form, problem }: Props) => {
  const { first, last } = form.days()
  const about = (field: WhenProblem['field']) => (problem?.field === field ? whenSentence(problem) : null)
  return (
    <div class={styles['when']}>
      <TextField
        type="date"
        label={t('past_day')}
        value={when.day ?? ''}
        min={first}
        max={last}
        onInput={day => form.when({ day })}
        onLeave={(day, whole) => form.leave('day', whole ? day : null)}
        problem={about('day')}
      />
      <div>
        <TextField
          type="time"
          label={t('past_time')}
          value={when.timeUnknown ? '' : (when.time ?? '')}
          disabled={when.timeUnknown}
          onInput={time => form.when({ time })}
          onLeave={(time, whole) => form.leave('time', whole ? time : null)}
          problem={about('time')}
        />
        <Checkbox
          label={t('past_time_unknown')}
          checked={when.timeUnknown}
          onChange={timeUnknown => form.when({ timeUnknown })}
        />
      </div>
    </div>
  )
}
