/** Another passphrase for the lock: what opens it so far, and what will. */
import type { LockPartModel } from '../../lib/app/lock-part.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './LockPart.module.css'
import { NewPassphrase } from './NewPassphrase.tsx'
import { useNewPassphrase } from './use-new-passphrase.ts'
import { useWay } from './use-way.ts'
import { WayHead } from './WayHead.tsx'

type Props = { readonly model: LockPartModel; readonly hasCode: boolean }

export const ChangePassphrase = ({ model, hasCode }: Props) => {
  const way = useWay(model)
  const passphrase = useNewPassphrase(model)
  const busy = model.work.value !== null
  return (
    <form
      class={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        const opens = way.take(event.currentTarget)
        const next = opens && passphrase.take(event.currentTarget)
        if (opens && next !== null) void model.changePassphrase(opens, next)
      }}
    >
      <WayHead
        title={t('lock_change')}
        hint={hasCode ? t('lock_change_hint') : null}
        hasCode={hasCode}
        way={way}
        label={t('lock_passphrase_now')}
      />
      <NewPassphrase
        label={t('lock_passphrase_new')}
        typed={passphrase.typed}
        lack={passphrase.lack}
        atLeast={model.passphraseAtLeast}
        onType={passphrase.type}
      />
      <div class={styles['buttons']}>
        <Button onPress={model.cancel}>{t('cancel')}</Button>
        <Button submits>{t(busy ? 'lock_preparing' : 'lock_change')}</Button>
      </div>
    </form>
  )
}
