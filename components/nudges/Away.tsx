/** No reminders for a while: for an hour, until tomorrow, until a date. */
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { NextReminder } from '../../lib/app/next-reminder.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Away.module.css'

type Props = { readonly model: NextReminder }

const UntilDate = ({ model, onDone }: Props & { readonly onDone: () => void }) => {
  const [day, setDay] = useState('')
  const [wrong, setWrong] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const take = async () => {
    if (await model.awayUntil(day)) onDone()
    else {
      setWrong(true)
      form.current?.querySelector('input')?.focus()
    }
  }
  return (
    <div ref={form} class={styles['date']}>
      <TextField
        type="date"
        label={t('away_date_label')}
        value={day}
        onInput={text => {
          setDay(text)
          setWrong(false)
        }}
        problem={wrong ? t('away_date_wrong') : null}
      />
      <Button onPress={() => void take()}>{t('away_date_set')}</Button>
    </div>
  )
}

export const Away = ({ model }: Props) => {
  const id = useId()
  const [dated, setDated] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  return (
    <section class={styles['away']} aria-labelledby={id}>
      <h2 id={id}>{t('away_title')}</h2>
      <div class={styles['buttons']}>
        <Button onPress={() => void model.awayForAnHour()}>{t('away_hour')}</Button>
        <Button onPress={() => void model.awayUntilTomorrow()}>{t('away_tomorrow')}</Button>
        <Button buttonRef={opener} expanded={dated} onPress={() => setDated(!dated)}>
          {t('away_date')}
        </Button>
      </div>
      {dated && (
        <UntilDate
          model={model}
          onDone={() => {
            setDated(false)
            opener.current?.focus()
          }}
        />
      )}
    </section>
  )
}
