/** One quiet line on Today: why a doctor or therapist is named, with the way to more and the way to put it away. */
import { useRef } from 'preact/hooks'
import type { HelpCard } from '../../lib/app/help-card.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './HelpLine.module.css'
import { reasonText } from './help-texts.ts'

export const HelpLine = ({ model }: { readonly model: HelpCard }) => {
  const place = useRef<HTMLDivElement>(null)
  const reason = model.reason.value
  if (reason === null) return null
  const putAway = () => {
    // The focus goes on to what stands below, because what had it goes.
    place.current?.nextElementSibling?.querySelector<HTMLElement>('button, a[href]')?.focus()
    void model.putAway()
  }
  return (
    <div ref={place} class={styles['line']}>
      <p>{reasonText(reason)}</p>
      <div class={styles['ways']}>
        <a href="#help">{t('lasting_more')}</a>
        <Button look="quiet" onPress={putAway}>
          {t('not_now')}
        </Button>
      </div>
    </div>
  )
}
