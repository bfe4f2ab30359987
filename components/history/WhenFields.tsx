/** The day of a check-in of the past, and its time where it is known. */
import type { Past } from '../../lib/app/past.ts'
import type { When, WhenProblem } from '../../lib/core/past.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './WhenFields.module.css'

type Props = {
  readonly when: When
  readonly past: Past
  readonly problem: WhenProblem | null
}

const sentence = (problem: WhenProblem): string => {
  if (problem.field === 'time') return t(problem.why === 'part' ? 'past_time_part' : 'past_time_to_come')
  if (problem.why === 'none') return t('past_day_none')
  return t(problem.why === 'to-come' ? 'past_day_to_come' : 'past_day_too_old')
}

export const WhenFields = ({ when, past, problem }: Props) => {
  const { first, last } = past.days()
  const about = (field: WhenProblem['field']) => (problem?.field === field ? sentence(problem) : null)
  return (
    <div class={styles['when']}>
      <TextField
        type="date"
        label={t('past_day')}
        value={when.day ?? ''}
        min={first}
        max={last}
        onInput={day => past.when({ day })}
        onLeave={(day, whole) => past.leave('day', whole ? day : null)}
        problem={about('day')}
      />
      <div>
        <TextField
          type="time"
          label={t('past_time')}
          value={when.timeUnknown ? '' : (when.time ?? '')}
          disabled={when.timeUnknown}
          onInput={time => past.when({ time })}
          onLeave={(time, whole) => past.leave('time', whole ? time : null)}
          problem={about('time')}
        />
        <Checkbox
          label={t('past_time_unknown')}
          checked={when.timeUnknown}
          onChange={timeUnknown => past.when({ timeUnknown })}
        />
      </div>
    </div>
  )
}
