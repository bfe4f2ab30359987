/** The fixed times of day, each in a field of its own. */
import { useEffect, useRef } from 'preact/hooks'
import type { Reminders } from '../../lib/app/reminders.ts'
import type { RemindersForm } from '../../lib/app/reminders-form.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './FixedTimes.module.css'

type Props = { readonly model: Reminders; readonly form: RemindersForm }

export const FixedTimes = ({ model, form }: Props) => {
  const { times } = form
  const add = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const count = useRef(times.length)
  // A row that is taken out takes the focus with it; one that is added is to be filled in.
  useEffect(() => {
    if (times.length < count.current) add.current?.focus()
    if (times.length > count.current) list.current?.querySelector<HTMLElement>('li:last-child input')?.focus()
    count.current = times.length
  }, [times.length])
  return (
    <fieldset class={styles['times']}>
      <legend class="hidden-text">{t('nudges_times')}</legend>
      <ul ref={list} class={styles['list']}>
        {times.map((time, place) => (
          <li key={place} class={styles['row']}>
            <TextField
              type="time"
              label={t('nudges_time', place + 1)}
              value={time}
              onInput={text => void model.typeTime(place, text)}
              onLeave={() => model.leave(`time ${place}`)}
              problem={model.wrong.value.has(`time ${place}`) ? t('nudges_time_wrong') : null}
            />
            <Button
              look="quiet"
              name={t('nudges_time_remove_spoken', place + 1)}
              onPress={() => void model.removeTime(place)}
            >
              {t('nudges_hours_remove')}
            </Button>
          </li>
        ))}
      </ul>
      {times.length < model.limits.times && (
        <div class={styles['add']}>
          <Button look="quiet" buttonRef={add} onPress={() => void model.addTime()}>
            {t('nudges_time_add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
