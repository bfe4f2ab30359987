/** Highs and lows of days: a new one, all that were written, and how many of them reached the person. */
import { useEffect } from 'preact/hooks'
import type { HighsLows as Model } from '../../lib/app/highs-lows.ts'
import type { KeepInvite } from '../../lib/app/keep-invite.ts'
import type { HighLow, Side } from '../../lib/core/highs-lows.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LongText } from '../history/LongText.tsx'
import { Button } from '../ui/Button.tsx'
import { Entries } from './Entries.tsx'
import { FormInputs } from './FormInputs.tsx'
import styles from './HighsLows.module.css'
import { Reached } from './Reached.tsx'

type Props = {
  readonly model: Model
  readonly invite: KeepInvite
  readonly inputs: readonly PauseInput[]
}

/** A quiet way to a line, which can be passed over. */
const Invited = ({ invite }: Pick<Props, 'invite'>) => {
  useEffect(invite.seen, [invite])
  return (
    <Button look="quiet" onPress={() => void invite.accept()}>
      {t('keep_ask')}
    </Button>
  )
}

const OneSide = ({ label, side }: { readonly label: string; readonly side: Side }) =>
  side.text.trim() === '' && side.reach === null ? null : (
    <div class={styles['side']}>
      <p class={styles['soft']}>{label}</p>
      {side.text.trim() !== '' && <LongText text={side.text} />}
      {side.reach !== null && <p class={styles['soft']}>{t('highs_reach', side.reach)}</p>}
    </div>
  )

const Day = ({ entry }: { readonly entry: HighLow }) => (
  <>
    <OneSide label={t('pause_high_and_low_high')} side={entry.high} />
    <OneSide label={t('pause_high_and_low_low')} side={entry.low} />
  </>
)

export const HighsLows = ({ model, invite, inputs }: Props) => {
  const reach = model.reach.value
  return (
    <Entries
      items={model.entries.value}
      form={model.form}
      fields={<FormInputs inputs={inputs} form={model.form} />}
      begin={
        <>
          <p class={styles['lead']}>{t('highs_lead')}</p>
          <Button look="main" onPress={() => void model.begin()}>
            {t('highs_write')}
          </Button>
          {invite.asks.value && <Invited invite={invite} />}
          <p class={styles['soft']}>
            <a href="#nudges">{t('highs_evening')}</a>
          </p>
        </>
      }
      above={reach && <Reached reach={reach} />}
      none={t('reflect_empty')}
      onEdit={id => void model.edit(id)}
      onDelete={id => void model.remove(id)}
    >
      {entry => <Day entry={entry} />}
    </Entries>
  )
}
