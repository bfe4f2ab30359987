/** What stands in place of everything while Thaw is locked: the way in, a check-in all the same, and what to do where it is forgotten. */
import { useState } from 'preact/hooks'
import type { LockScreenModel } from '../../lib/app/lock-screen.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { ForgotPart } from './ForgotPart.tsx'
import styles from './LockScreen.module.css'
import { UnlockForm } from './UnlockForm.tsx'

type Props = { readonly model: LockScreenModel }

export const LockScreen = ({ model }: Props) => {
  const [asked, setAsked] = useState(false)
  const step = model.unlock.step.value
  const hopeless = step.kind === 'failed' && step.problem.kind === 'unreadable'
  return (
    <section class={styles['screen']}>
      <div class={styles['lead']}>
        <h1 tabIndex={-1}>{t('locked')}</h1>
        <div>
          <Button onPress={model.openCheckIn}>{t('check_in')}</Button>
        </div>
      </div>
      <UnlockForm model={model.unlock} />
      {!hopeless && (
        <div class={styles['ways']}>
          <Button look="quiet" expanded={asked} onPress={() => setAsked(!asked)}>
            {t('lock_forgot')}
          </Button>
        </div>
      )}
      {(asked || hopeless) && (
        <ForgotPart
          hopeless={hopeless}
          hasCode={model.unlock.hasCode.value}
          loadErase={() => model.loadErase()}
        />
      )}
    </section>
  )
}
