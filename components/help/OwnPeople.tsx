/** The people a person trusts; while Thaw is locked a sentence stands in their place. */
import type { Help } from '../../lib/app/help.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { TrustedPeople } from '../stuck/TrustedPeople.tsx'
import styles from './HelpSection.module.css'

type Props = { readonly model: Help; readonly locked: boolean }

export const OwnPeople = ({ model, locked }: Props) => {
  const unkept = model.unkept.value
  if (locked) {
    return (
      <section class={styles['group']}>
        <h2>{t('help_own')}</h2>
        <p>{t('help_own_locked')}</p>
      </section>
    )
  }
  return (
    <>
      {unkept && <StoreNotice problem={unkept} doing="save" onTryAgain={() => void model.tryAgain()} />}
      <TrustedPeople people={model.people} />
    </>
  )
}
