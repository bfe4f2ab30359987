/** In which way Thaw asks, and when a due reminder waits. */
import { useId } from 'preact/hooks'
import type { Reminders } from '../../lib/app/reminders.ts'
import type { RemindersForm } from '../../lib/app/reminders-form.ts'
import { formatMinutes } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import styles from './Ways.module.css'

type Props = { readonly model: Reminders; readonly form: RemindersForm }

export const Ways = ({ model, form }: Props) => {
  const { channels, sharing } = form
  return (
    <fieldset class={styles['group']}>
      <legend>{t('nudges_how')}</legend>
      <Checkbox
        label={t('nudges_how_notification')}
        checked={channels.notification}
        disabled={sharing}
        onChange={on => void model.setChannel('notification', on)}
      />
      <Checkbox
        label={t('nudges_how_badge')}
        checked={channels.badge}
        disabled={sharing}
        onChange={on => void model.setChannel('badge', on)}
      />
      <div role="status">
        {sharing && <p>{t('nudges_how_sharing')}</p>}
        {!sharing && !channels.notification && !channels.badge && <p>{t('nudges_how_none')}</p>}
      </div>
    </fieldset>
  )
}

/** Its cover stands before every check-in, so the switch is there without reminders too. */
export const Sharing = ({ model, form }: Props) => (
  <Checkbox
    label={t('share_switch')}
    hint={t('share_hint')}
    checked={form.sharing}
    onChange={on => void model.setSharing(on)}
  />
)

/** Once an evening a reminder leads to a high and a low of the day; what it says is the same. */
export const Evening = ({ model, form }: Props) => {
  const { channels, sharing, evening } = form
  const { from, to } = model.eveningHours
  return (
    <Checkbox
      label={t('evening_switch')}
      hint={
        sharing || !channels.notification
          ? t('evening_no_message')
          : t('evening_hint', formatMinutes(from), formatMinutes(to))
      }
      checked={evening}
      onChange={on => void model.setEvening(on)}
    />
  )
}

export const HoldBack = ({ model, form }: Props) => {
  const id = useId()
  const { idle, fullScreen, sound } = form.holdBack
  return (
    <fieldset class={styles['group']} aria-describedby={id}>
      <legend>{t('hold_title')}</legend>
      <p id={id} class={styles['hint']}>
        {t('hold_hint')}
      </p>
      <Checkbox label={t('hold_idle')} checked={idle} onChange={on => void model.setHoldBack('idle', on)} />
      <Checkbox
        label={t('hold_full_screen')}
        checked={fullScreen}
        onChange={on => void model.setHoldBack('fullScreen', on)}
      />
      <Checkbox
        label={t('hold_sound')}
        checked={sound}
        onChange={on => void model.setHoldBack('sound', on)}
      />
    </fieldset>
  )
}
