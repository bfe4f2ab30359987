/** How far the encrypting, or taking it away, is: it cannot be stopped, but goes on another time where it is cut off. */
import { useId } from 'preact/hooks'
import type { LockWork } from '../../lib/app/lock-part.ts'
import { formatShare } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './LockPart.module.css'
import { workText } from './lock-texts.ts'

export const LockProgress = ({ work }: { readonly work: LockWork }) => {
  const id = useId()
  const { done, of } = work
  return (
    <div class={styles['progress']}>
      <p id={id} role="status">
        {workText(work)}
      </p>
      <progress
        class={styles['bar']}
        aria-labelledby={id}
        {...(of > 0 && {
          value: done,
          max: of,
        })}
      />
      {of > 0 && <p class={styles['soft']}>{formatShare(done / of)}</p>}
      <p class={styles['soft']}>{t('lock_goes_on')}</p>
    </div>
  )
}
