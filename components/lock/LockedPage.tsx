/** A whole page while Thaw is locked, where no frame of its own stands around it: help on top, and the way in. */
import type { LockScreenModel } from '../../lib/app/lock-screen.ts'
import { t } from '../../lib/platform/i18n.ts'
import { helpAddress } from '../help/HelpLink.tsx'
import styles from './LockedPage.module.css'
import { LockScreen } from './LockScreen.tsx'

export const LockedPage = ({ model }: { readonly model: LockScreenModel }) => (
  <div class={styles['page']}>
    <header class={styles['top']}>
      <a class={styles['help']} href={helpAddress} target="_blank" rel="noreferrer">
        {t('help_link')}
      </a>
    </header>
    <main class={styles['main']}>
      <LockScreen model={model} />
    </main>
  </div>
)
