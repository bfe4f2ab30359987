/** Settings → Data & privacy: what a person can do with all that is kept, one part below the other. */
import type { Backup } from '../../lib/app/backup.ts'
import type { CsvExport } from '../../lib/app/csv-export.ts'
import type { Rebuild } from '../../lib/app/rebuild.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LookAroundLink } from '../look-around/LookAroundLink.tsx'
import { BackupPart } from './BackupPart.tsx'
import { CsvPart } from './CsvPart.tsx'
import styles from './DataSection.module.css'
import { ImportPart } from './import/ImportPart.tsx'
import type { ImportParts } from './import/import-parts.ts'
import { RebuildPart } from './RebuildPart.tsx'
import { ReportPart } from './ReportPart.tsx'

type Props = {
  readonly backup: Backup | null
  readonly importing: ImportParts | null
  readonly csv: CsvExport
  readonly rebuild: Rebuild
  /** False where the history is made up: what stands on a page of its own is the person's own. */
  readonly isOwn: boolean
}

export const DataSection = ({ backup, importing, csv, rebuild, isOwn }: Props) => (
  <section class={styles['page']}>
    <h1 tabIndex={-1}>{t('place_settings')}</h1>
    <div class={styles['lead']}>
      <h2>{t('section_data')}</h2>
      <p class={styles['soft']}>{t('data_lead')}</p>
    </div>
    {backup && <BackupPart model={backup} />}
    {importing && <ImportPart {...importing} />}
    <CsvPart model={csv} />
    {isOwn && <ReportPart />}
    <RebuildPart model={rebuild} />
    <LookAroundLink />
  </section>
)
