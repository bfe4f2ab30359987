/** What can be done without passphrase and code, said plainly: nothing opens it, but one can begin again. */
import type { ErasePartModel } from '../../lib/app/erase-part.ts'
import { t } from '../../lib/platform/i18n.ts'
import { ErasePart } from '../data/ErasePart.tsx'
import { NotLoaded } from '../options/NotLoaded.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import styles from './LockScreen.module.css'

type Props = {
  readonly id: string
  /** Whether there is a recovery code. */
  readonly hasCode: boolean
  readonly loadErase: () => Promise<ErasePartModel>
}

export const ForgotPart = ({ id, hasCode, loadErase }: Props) => {
  const erase = useLoaded(loadErase, true)
  return (
    <section id={id} class={styles['forgot']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('lock_forgot_title')}</h2>
      {hasCode && <p>{t('lock_forgot_code')}</p>}
      <p>{t('lock_forgot_final')}</p>
      <p>{t('lock_forgot_backup')}</p>
      {erase === 'failed' ? <NotLoaded /> : erase && <ErasePart model={erase} />}
    </section>
  )
}
