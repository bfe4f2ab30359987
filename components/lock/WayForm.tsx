/** What is done with the lock once it was opened once more, as turning it off: what that means, and what opens it. */
import type { LockPartModel } from '../../lib/app/lock-part.ts'
import type { WayIn } from '../../lib/app/lock-ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './LockPart.module.css'
import { useWay } from './use-way.ts'
import { WayHead } from './WayHead.tsx'

type Props = {
  readonly model: LockPartModel
  readonly hasCode: boolean
  /** Of the deed: its heading, and its button. */
  readonly title: string
  readonly hint: string
  readonly onWay: (way: WayIn) => void
}

export const WayForm = ({ model, hasCode, title, hint, onWay }: Props) => {
  const way = useWay(model)
  const busy = model.work.value !== null
  return (
    <form
      class={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        const opens = way.take(event.currentTarget)
        if (opens) onWay(opens)
      }}
    >
      <WayHead title={title} hint={hint} hasCode={hasCode} way={way} label={t('backup_passphrase')} />
      <div class={styles['buttons']}>
        <Button onPress={model.cancel}>{t('cancel')}</Button>
        <Button submits>{busy ? t('lock_preparing') : title}</Button>
      </div>
    </form>
  )
}
