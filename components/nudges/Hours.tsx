/** In which hours Thaw may ask: one row for all days, or one for each. */
import { useEffect, useId, useRef } from 'preact/hooks'
import type { HoursNote } from '../../lib/app/reminder-plan.ts'
import type { Reminders } from '../../lib/app/reminders.ts'
import type { HoursText, RemindersForm } from '../../lib/app/reminders-form.ts'
import { formatMinutes, formatWeekday } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Hours.module.css'

type Props = { readonly model: Reminders; readonly form: RemindersForm }

type DayProps = {
  readonly model: Reminders
  /** 0 is Monday. */
  readonly day: number | 'all'
  readonly name: string
  readonly rows: readonly HoursText[]
}

const RowNote = ({ note }: { readonly note: HoursNote | null }) =>
  note && (
    <p class={styles['note']}>
      {t(
        note.kind === 'next-day' ? 'nudges_hours_next_day' : 'nudges_hours_whole_day',
        formatMinutes(note.to),
      )}
    </p>
  )

const Row = ({ model, day, name, row, place }: DayProps & { row: HoursText; place: number }) => {
  const field = `${day === 'all' ? 0 : day} ${place}`
  const time = (which: keyof HoursText) => (
    <TextField
      type="time"
      label={t(which === 'from' ? 'nudges_hours_from' : 'nudges_hours_to')}
      value={row[which]}
      onInput={text => void model.typeHours(day, place, { [which]: text })}
      onLeave={() => model.leave(field)}
    />
  )
  return (
    <div class={styles['row']}>
      {time('from')}
      {time('to')}
      <Button
        look="quiet"
        name={t('nudges_hours_remove_spoken', name)}
        onPress={() => void model.removeHours(day, place)}
      >
        {t('nudges_hours_remove')}
      </Button>
      <div role="status" class={styles['problem']}>
        {model.wrong.value.has(field) && <p>{t('nudges_hours_wrong')}</p>}
      </div>
      <RowNote note={model.hours.value.days[day === 'all' ? 0 : day]?.rows[place] ?? null} />
    </div>
  )
}

const Day = (props: DayProps) => {
  const { model, day, name, rows } = props
  const add = useRef<HTMLButtonElement>(null)
  const count = useRef(rows.length)
  // A row that is taken out takes the focus with it.
  useEffect(() => {
    if (rows.length < count.current) add.current?.focus()
    count.current = rows.length
  }, [rows.length])
  return (
    <fieldset class={styles['day']}>
      <legend>{name}</legend>
      {rows.length === 0 && <p class={styles['soft']}>{t('nudges_hours_none')}</p>}
      {rows.map((row, place) => (
        <Row key={place} {...props} row={row} place={place} />
      ))}
      {model.hours.value.days[day === 'all' ? 0 : day]?.overlap && (
        <p class={styles['soft']}>{t('nudges_hours_overlap')}</p>
      )}
      <div class={styles['buttons']}>
        {rows.length < model.limits.windows && (
          <Button
            look="quiet"
            buttonRef={add}
            name={t('nudges_hours_add_spoken', name)}
            onPress={() => void model.addHours(day)}
          >
            {t('nudges_hours_add')}
          </Button>
        )}
        {day === 'all' ? (
          <Button look="quiet" onPress={model.showEachDay}>
            {t('nudges_hours_each')}
          </Button>
        ) : (
          <Button look="quiet" onPress={() => void model.sameEveryDay(day)}>
            {t('nudges_hours_everywhere')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

export const Hours = ({ model, form }: Props) => {
  const id = useId()
  return (
    <section class={styles['hours']} aria-labelledby={id}>
      <div>
        <h2 id={id}>{t('nudges_hours')}</h2>
        <p class={styles['hint']}>{t('nudges_hours_hint')}</p>
      </div>
      {form.eachDay ? (
        form.hours.map((rows, day) => {
          const name = formatWeekday(day + 1)
          return <Day key={name} model={model} day={day} name={name} rows={rows} />
        })
      ) : (
        <Day model={model} day="all" name={t('nudges_hours_all')} rows={form.hours[0] ?? []} />
      )}
      {model.hours.value.covers === 'all' && <p>{t('nudges_hours_whole_week')}</p>}
      {model.hours.value.covers === 'nothing' && <p>{t('plan_no_hours')}</p>}
    </section>
  )
}
