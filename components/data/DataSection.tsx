/** Settings → Data & privacy: what a person can do with all that is kept, one part below the other. */
import type { Rebuild } from '../../lib/app/rebuild.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LookAroundLink } from '../look-around/LookAroundLink.tsx'
import styles from './DataSection.module.css'
import { RebuildPart } from './RebuildPart.tsx'

type Props = { readonly rebuild: Rebuild }

export const DataSection = ({ rebuild }: Props) => (
  <section class={styles['page']}>
    <h1 tabIndex={-1}>{t('place_settings')}</h1>
    <div class={styles['lead']}>
      <h2>{t('section_data')}</h2>
      <p class={styles['soft']}>{t('data_lead')}</p>
    </div>
    <RebuildPart model={rebuild} />
    <LookAroundLink />
  </section>
)
