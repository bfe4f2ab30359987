/** What can be done without passphrase and code, said plainly: nothing opens it, but one can begin again. */
import { useId } from 'preact/hooks'
import type { ErasePartModel } from '../../lib/app/erase-part.ts'
import { t } from '../../lib/platform/i18n.ts'
import { ErasePart } from '../data/ErasePart.tsx'
import { NotLoaded } from '../options/NotLoaded.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import styles from './LockScreen.module.css'

type Props = {
  /** Nothing opens it any more, which is said already. */
  readonly hopeless: boolean
  /** Whether there is a recovery code. */
  readonly hasCode: boolean
  readonly loadErase: () => Promise<ErasePartModel>
}

export const ForgotPart = ({ hopeless, hasCode, loadErase }: Props) => {
  const id = useId()
  const erase = useLoaded(loadErase, true)
  return (
    <section class={styles['forgot']} aria-labelledby={id}>
      <h2 id={id}>{t('lock_forgot_title')}</h2>
      {!hopeless && (
        <>
          {hasCode && <p>{t('lock_forgot_code')}</p>}
          <p>{t('lock_forgot_final')}</p>
        </>
      )}
      <p>{t('lock_forgot_backup')}</p>
      {erase === 'failed' ? (
        <NotLoaded />
      ) : (
        erase && (
          <div class={styles['erase']}>
            <ErasePart model={erase} />
          </div>
        )
      )}
    </section>
  )
}
