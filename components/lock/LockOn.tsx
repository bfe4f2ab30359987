/** The lock while it is on: its state, and what can be changed about it. */
import type { LockPartModel } from '../../lib/app/lock-part.ts'
import type { LockFacts } from '../../lib/app/lock-ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './LockPart.module.css'
import { newCodeTitle } from './lock-texts.ts'
import { MinutesChoice } from './MinutesChoice.tsx'

type Props = { readonly model: LockPartModel; readonly facts: LockFacts }

const Unfinished = ({ model, facts }: Props) => (
  <Notice buttons={<Button onPress={() => void model.goOn()}>{t('lock_go_on')}</Button>}>
    <p>{t(facts.unfinished === 'on' ? 'lock_unfinished_on' : 'lock_unfinished_off')}</p>
  </Notice>
)

export const LockOn = ({ model, facts }: Props) => (
  <>
    <div class={styles['lines']}>
      <p>{t('lock_on')}</p>
      <p>{t(facts.hasCode ? 'lock_on_code' : 'lock_on_no_code')}</p>
    </div>
    {facts.unfinished && <Unfinished model={model} facts={facts} />}
    <div class={styles['buttons']}>
      <Button onPress={() => void model.lockNow()}>{t('lock_now')}</Button>
      {/* Neither begins before what was cut off has come to its end. */}
      {!facts.unfinished && (
        <>
          <Button onPress={() => model.open('passphrase')}>{t('lock_change')}</Button>
          <Button onPress={() => model.open('code')}>{t(newCodeTitle(facts))}</Button>
          <Button onPress={() => model.open('off')}>{t('lock_off')}</Button>
        </>
      )}
    </div>
    <MinutesChoice
      choices={model.minutesToChoose}
      value={facts.minutes}
      onChoose={minutes => void model.setMinutes(minutes)}
    />
  </>
)
