/** What is done with the lock once it was opened once more, as turning it off: what that means, and what opens it. */
import { useEffect, useRef } from 'preact/hooks'
import type { LockPartModel } from '../../lib/app/lock-part.ts'
import type { WayIn } from '../../lib/app/lock-ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './LockPart.module.css'
import { OtherWay } from './OtherWay.tsx'
import { useWay } from './use-way.ts'
import { WayField } from './WayField.tsx'

type Props = {
  readonly model: LockPartModel
  readonly hasCode: boolean
  /** Of the deed: its heading, and its button. */
  readonly title: string
  readonly hint: string
  readonly onWay: (way: WayIn) => void
}

export const WayForm = ({ model, hasCode, title, hint, onWay }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const way = useWay(model)
  const busy = model.work.value !== null
  useEffect(() => heading.current?.focus(), [])
  return (
    <form
      class={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        const opens = way.take(event.currentTarget)
        if (opens) onWay(opens)
      }}
    >
      <h3 ref={heading} tabIndex={-1} class={styles['title']}>
        {title}
      </h3>
      <p>{hint}</p>
      <WayField {...way.field} label={t('backup_passphrase')} />
      {hasCode && (
        <div class={styles['other']}>
          <OtherWay way={way.field.way} onWay={way.change} />
        </div>
      )}
      <div class={styles['buttons']}>
        <Button onPress={model.cancel}>{t('cancel')}</Button>
        <Button submits>{busy ? t('lock_preparing') : title}</Button>
      </div>
    </form>
  )
}
