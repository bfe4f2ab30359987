/** When it was: between two times of the day, and from one day to another. */
import { useEffect, useState } from 'preact/hooks'
import type { FilterChoices } from '../../../lib/app/filter-choices.ts'
import type { Search } from '../../../lib/app/search.ts'
import type { HoursFilter, PeriodFilter } from '../../../lib/core/filter.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { isWholeDay } from '../../fields/whole-day.ts'
import { Chips } from '../../ui/Chips.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './FilterFields.module.css'
import { FilterGroup } from './FilterGroup.tsx'

const periodKeys = {
  'this-month': 'filter_period_this_month',
  'days-30': 'filter_period_days_30',
  'this-year': 'filter_period_this_year',
  'last-year': 'filter_period_last_year',
} as const

/** As a field for a time has it. */
const timeOf = (minutes: number | null): string =>
  minutes === null
    ? ''
    : [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')

const minutesOf = (time: string): number | null => {
  const found = /^(\d\d):(\d\d)/.exec(time)
  return found ? Number(found[1]) * 60 + Number(found[2]) : null
}

const same = (one: PeriodFilter, other: PeriodFilter): boolean =>
  one.from === other.from && one.to === other.to

/** As fields for a day have it. */
const typedOf = ({ from, to }: PeriodFilter) => ({ from: from ?? '', to: to ?? '' })

type Props = { readonly model: Search; readonly choices: Pick<FilterChoices, 'periods'> }

export const TimeFields = ({ model, choices }: Props) => {
  const { hours, period } = model.filter.value
  const setHours = (part: Partial<HoursFilter>) => model.change({ hours: { ...hours, ...part } })
  const [typed, setTyped] = useState(typedOf(period))
  useEffect(() => setTyped(typedOf(period)), [period.from, period.to])
  const isWrong = ({ from, to }: typeof typed) => isWholeDay(from) && isWholeDay(to) && to < from
  const type = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    // Nothing is sought for days that are being typed, or that no period has.
    const isTyped = [next.from, next.to].every(day => day === '' || isWholeDay(day))
    if (isTyped && !isWrong(next)) model.change({ period: { from: next.from || null, to: next.to || null } })
  }
  const quick = choices.periods()
  return (
    <>
      <FilterGroup title={t('filter_hours')}>
        <p class={styles['soft']}>{t('filter_hours_hint')}</p>
        <div class={styles['row']}>
          <TextField
            type="time"
            label={t('filter_from')}
            value={timeOf(hours.from)}
            onInput={time => setHours({ from: minutesOf(time) })}
          />
          <TextField
            type="time"
            label={t('filter_to')}
            value={timeOf(hours.to)}
            onInput={time => setHours({ to: minutesOf(time) })}
          />
        </div>
      </FilterGroup>
      <FilterGroup title={t('filter_period')}>
        <Chips
          label={t('filter_period')}
          chips={quick.map(({ name, period: own }) => ({
            id: name,
            label: t(periodKeys[name]),
            chosen: same(own, period),
          }))}
          onToggle={id => {
            const chosen = quick.find(({ name }) => name === id)?.period
            if (chosen) model.change({ period: same(chosen, period) ? { from: null, to: null } : chosen })
          }}
        />
        <div class={`${styles['row']} ${styles['days']}`}>
          <TextField
            type="date"
            label={t('filter_first_day')}
            value={typed.from}
            onInput={day => type({ from: day })}
          />
          <TextField
            type="date"
            label={t('filter_last_day')}
            value={typed.to}
            onInput={day => type({ to: day })}
            problem={isWrong(typed) ? t('over_order') : null}
          />
        </div>
      </FilterGroup>
    </>
  )
}
