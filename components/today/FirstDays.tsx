/** One quiet line on Today in the first days: what may be of use, with the way to it and the way to put the line away. */
import { useRef } from 'preact/hooks'
import type { FirstDays as Model } from '../../lib/app/first-days.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { pinText } from '../welcome/pin-text.ts'
import styles from './BackupLine.module.css'

export const FirstDays = ({ model }: { readonly model: Model }) => {
  const place = useRef<HTMLDivElement>(null)
  const thing = model.thing.value
  if (thing === null) return null
  const putAway = () => {
    // The focus goes on to what stands below, because what had it goes.
    place.current?.nextElementSibling?.querySelector<HTMLElement>('button, a[href]')?.focus()
    void model.putAway()
  }
  return (
    <div ref={place} class={styles['line']}>
      {thing === 'pin' && <p>{pinText(model.family)}</p>}
      {thing === 'import' && <p>{t('first_import')}</p>}
      <div class={styles['ways']}>
        {thing === 'import' && <a href="#data">{t('import_title')}</a>}
        {thing === 'test' && <a href="#nudges">{t('test_title')}</a>}
        <Button look="quiet" onPress={putAway}>
          {t('not_now')}
        </Button>
      </div>
    </div>
  )
}
