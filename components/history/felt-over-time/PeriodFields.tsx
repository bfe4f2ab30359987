/** Which period is shown: one by its name, or from one date to another. */
import { useEffect, useState } from 'preact/hooks'
import type { Period, PeriodName } from '../../../lib/core/period.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { isWholeDay } from '../../fields/whole-day.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './PeriodFields.module.css'

type Props = {
  readonly name: PeriodName | 'own'
  readonly period: Period
  readonly onName: (name: PeriodName) => void
  /** False where the period cannot be shown. */
  readonly onPeriod: (period: Period) => boolean
}

const names = {
  whole: 'over_whole',
  'days-30': 'over_days_30',
  'months-3': 'over_months_3',
  year: 'over_year',
} as const satisfies { readonly [Name in PeriodName]: string }

export const PeriodFields = ({ name, period, onName, onPeriod }: Props) => {
  const { from, to } = period
  const [typed, setTyped] = useState(period)
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    setTyped({ from, to })
    setWrong(false)
  }, [from, to])

  const type = (change: Partial<Period>) => {
    const next = { ...typed, ...change }
    setTyped(next)
    if (isWholeDay(next.from) && isWholeDay(next.to)) setWrong(!onPeriod(next))
  }

  const options = [
    ...Object.entries(names).map(([value, key]) => ({ value, label: t(key) })),
    { value: 'own', label: t('over_own') },
  ]
  return (
    <div class={styles['fields']}>
      <Select
        label={t('over_period')}
        options={options}
        value={name}
        onChoose={value => {
          if (value === 'own') onPeriod(period)
          else onName(value as PeriodName)
        }}
      />
      <TextField type="date" label={t('over_from')} value={typed.from} onInput={day => type({ from: day })} />
      <TextField
        type="date"
        label={t('over_to')}
        value={typed.to}
        onInput={day => type({ to: day })}
        problem={wrong ? t('over_order') : null}
      />
    </div>
  )
}
