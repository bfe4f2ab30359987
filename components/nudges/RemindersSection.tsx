/** Settings → Reminders: when Thaw may ask, how often, and in which way. */
import type { Reminders } from '../../lib/app/reminders.ts'
import type { NumberField as Field, RemindersForm } from '../../lib/app/reminders-form.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Hours } from './Hours.tsx'
import styles from './RemindersSection.module.css'

const numberLabels = {
  perDay: 'nudges_per_day',
  minutes: 'nudges_minutes',
  cap: 'nudges_cap',
  gap: 'nudges_gap',
} as const

type Props = { readonly model: Reminders }
type FormProps = Props & { readonly form: RemindersForm }

const NumberField = ({ model, form, field }: FormProps & { readonly field: Field }) => {
  const { from, to } = model.limits[field]
  return (
    <div class={styles['number']}>
      <TextField
        label={t(numberLabels[field])}
        value={form.numbers[field]}
        inputMode="numeric"
        hint={t('nudges_number_range', from, to)}
        onInput={text => void model.typeNumber(field, text)}
        onLeave={() => model.leave(field)}
        problem={model.wrong.value.has(field) ? t('nudges_number_wrong') : null}
      />
    </div>
  )
}

const Mode = ({ model, form }: FormProps) => (
  <Choice
    legend={t('nudges_mode')}
    value={form.mode}
    options={[
      { value: 'off', label: t('nudges_mode_off') },
      { value: 'random', label: t('nudges_mode_random'), hint: t('nudges_mode_random_hint') },
      { value: 'every', label: t('nudges_mode_every'), hint: t('nudges_mode_every_hint') },
    ]}
    onChoose={mode => mode !== 'fixed' && void model.chooseMode(mode)}
    inside={
      form.mode === 'random' ? (
        <NumberField model={model} form={form} field="perDay" />
      ) : form.mode === 'every' ? (
        <NumberField model={model} form={form} field="minutes" />
      ) : null
    }
  />
)

const Ways = ({ model, form }: FormProps) => (
  <fieldset class={styles['group']}>
    <legend>{t('nudges_how')}</legend>
    <Checkbox
      label={t('nudges_how_notification')}
      checked={form.channels.notification}
      onChange={on => void model.setChannel('notification', on)}
    />
    <Checkbox
      label={t('nudges_how_badge')}
      checked={form.channels.badge}
      onChange={on => void model.setChannel('badge', on)}
    />
    <div role="status">
      {!form.channels.notification && !form.channels.badge && <p>{t('nudges_how_none')}</p>}
    </div>
  </fieldset>
)

export const RemindersSection = ({ model }: Props) => {
  const form = model.form.value
  const saving = model.saving.value
  return (
    <section class={styles['reminders']}>
      <h1 tabIndex={-1}>{t('place_settings')}</h1>
      <div class={styles['group']}>
        <h2>{t('section_nudges')}</h2>
        <p class={styles['soft']}>{t('nudges_lead')}</p>
      </div>
      {form && <Mode model={model} form={form} />}
      {form && form.mode !== 'off' && (
        <>
          <Hours model={model} form={form} />
          <div class={styles['numbers']}>
            <NumberField model={model} form={form} field="cap" />
            <NumberField model={model} form={form} field="gap" />
          </div>
          <Ways model={model} form={form} />
        </>
      )}
      {saving === 'failed' && (
        <Notice urgent buttons={<Button onPress={() => void model.tryAgain()}>{t('try_again')}</Button>}>
          <p>{t('err_save')}</p>
        </Notice>
      )}
      <p role="status" class={styles['soft']}>
        {saving === 'saved' ? t('saved_spoken') : ''}
      </p>
    </section>
  )
}
