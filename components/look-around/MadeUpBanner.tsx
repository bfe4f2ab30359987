/** Stands over every section while somebody looks around: that all of it is made up, and the way out. */
import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { Refusals } from '../../lib/app/made-up/refusals.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './MadeUpBanner.module.css'

type Props = { readonly refusals: Refusals }

export const MadeUpBanner = ({ refusals }: Props) => {
  const refused = refusals.last.value
  useLayoutEffect(() => {
    // Who looks around sees all that there is.
    delete document.documentElement.dataset['leftOut']
  }, [])
  useEffect(() => {
    // The press belonged to the section that was left.
    addEventListener('hashchange', refusals.putAway)
    return () => removeEventListener('hashchange', refusals.putAway)
  }, [refusals])
  return (
    <aside class={styles['banner']} aria-label={t('sample_label')}>
      <p class={styles['text']}>{t('sample_banner')}</p>
      <div class={styles['bar']}>
        <span class={styles['label']} aria-hidden="true">
          {t('sample_label')}
        </span>
        <a class={styles['leave']} href="/options.html">
          {t('sample_leave')}
        </a>
        <div class={styles['refused']} role="status">
          {refused !== null && <p key={refused}>{t('sample_refused')}</p>}
        </div>
      </div>
    </aside>
  )
}
