/** Another passphrase for the lock: what opens it so far, and what will. */
import { useEffect, useRef } from 'preact/hooks'
import type { LockPartModel } from '../../lib/app/lock-part.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './LockPart.module.css'
import { NewPassphrase } from './NewPassphrase.tsx'
import { OtherWay } from './OtherWay.tsx'
import { useNewPassphrase } from './use-new-passphrase.ts'
import { useWay } from './use-way.ts'
import { WayField } from './WayField.tsx'

type Props = { readonly model: LockPartModel; readonly hasCode: boolean }

export const ChangePassphrase = ({ model, hasCode }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const way = useWay(model)
  const passphrase = useNewPassphrase(model)
  const busy = model.work.value !== null
  useEffect(() => heading.current?.focus(), [])
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
      <h3 ref={heading} tabIndex={-1} class={styles['title']}>
        {t('lock_change')}
      </h3>
      {hasCode && <p>{t('lock_change_hint')}</p>}
      <WayField {...way.field} label={t('lock_passphrase_now')} />
      {hasCode && (
        <div class={styles['other']}>
          <OtherWay way={way.field.way} onWay={way.change} />
        </div>
      )}
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
