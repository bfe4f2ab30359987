/** Settings → Reminders: what is set and what it means, what comes next, and why one came or did not. */
import type { NextReminder } from '../../lib/app/next-reminder.ts'
import type { NudgeLog } from '../../lib/app/nudge-log.ts'
import type { NudgeTest } from '../../lib/app/nudge-test.ts'
import type { Reminders } from '../../lib/app/reminders.ts'
import type { NumberField as Field, RemindersForm } from '../../lib/app/reminders-form.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Away } from './Away.tsx'
import { BadMoments } from './BadMoments.tsx'
import { FixedTimes } from './FixedTimes.tsx'
import { Hours } from './Hours.tsx'
import { Log } from './Log.tsx'
import { Plan } from './Plan.tsx'
import styles from './RemindersSection.module.css'
import { TestNudge } from './TestNudge.tsx'
import { Evening, HoldBack, Sharing, Ways } from './Ways.tsx'

const numberLabels = {
  perDay: 'nudges_per_day',
  minutes: 'nudges_minutes',
  cap: 'nudges_cap',
  gap: 'nudges_gap',
} as const

type Props = {
  readonly model: Reminders
  readonly next: NextReminder
  readonly test: NudgeTest
  readonly log: NudgeLog
}
type FormProps = Pick<Props, 'model'> & { readonly form: RemindersForm }

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

const modeFields = (props: FormProps) => {
  switch (props.form.mode) {
    case 'off':
      return null
    case 'random':
      return <NumberField {...props} field="perDay" />
    case 'every':
      return <NumberField {...props} field="minutes" />
    case 'fixed':
      return <FixedTimes {...props} />
  }
}

const Mode = (props: FormProps) => (
  <Choice
    legend={t('nudges_mode')}
    value={props.form.mode}
    options={[
      { value: 'off', label: t('nudges_mode_off') },
      { value: 'random', label: t('nudges_mode_random'), hint: t('nudges_mode_random_hint') },
      { value: 'every', label: t('nudges_mode_every'), hint: t('nudges_mode_every_hint') },
      { value: 'fixed', label: t('nudges_mode_fixed'), hint: t('nudges_mode_fixed_hint') },
    ]}
    onChoose={mode => void props.model.chooseMode(mode)}
    inside={modeFields(props)}
  />
)

const Settings = (props: FormProps) => (
  <>
    <Hours {...props} />
    <fieldset class={styles['numbers']}>
      <legend>{t('nudges_limits')}</legend>
      <NumberField {...props} field="cap" />
      <NumberField {...props} field="gap" />
    </fieldset>
    <Ways {...props} />
    <Evening {...props} />
    <HoldBack {...props} />
  </>
)

export const RemindersSection = ({ model, next, test, log }: Props) => {
  const form = model.form.value
  const plan = model.plan.value
  const saving = model.saving.value
  const on = form !== null && form.mode !== 'off'
  const reachable = plan?.every(({ kind }) => kind !== 'off' && kind !== 'no-way') ?? false
  return (
    <section class={styles['reminders']}>
      <div class={styles['group']}>
        <h1 tabIndex={-1}>{t('section_nudges')}</h1>
        <p class={styles['soft']}>{t('nudges_lead')}</p>
      </div>
      {on && plan && (
        <>
          <Plan plan={plan} next={next} />
          {reachable && <Away model={next} />}
        </>
      )}
      {form && <Mode model={model} form={form} />}
      {on && <Settings model={model} form={form} />}
      {form && <Sharing model={model} form={form} />}
      {saving === 'failed' && (
        <Notice urgent buttons={<Button onPress={() => void model.tryAgain()}>{t('try_again')}</Button>}>
          <p>{t('err_save')}</p>
        </Notice>
      )}
      <p role="status" class={styles['soft']}>
        {saving === 'saved' ? t('saved_spoken') : ''}
      </p>
      {on && reachable && (
        <>
          <BadMoments model={next} />
          <TestNudge model={test} />
        </>
      )}
      <Log model={log} />
    </section>
  )
}
