/** Settings → Data & privacy: what a person can do with all that is kept, one part below the other. */
import { useRef } from 'preact/hooks'
import type { Backup } from '../../lib/app/backup.ts'
import type { CsvExport } from '../../lib/app/csv-export.ts'
import type { ErasePartModel } from '../../lib/app/erase-part.ts'
import type { KeptFilePart } from '../../lib/app/kept-file-part.ts'
import type { PeriodRemoval } from '../../lib/app/period-removal.ts'
import type { Rebuild } from '../../lib/app/rebuild.ts'
import type { SnapshotList } from '../../lib/app/snapshots.ts'
import type { StoredModel } from '../../lib/app/stored.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LookAroundLink } from '../look-around/LookAroundLink.tsx'
import { BackupPart } from './BackupPart.tsx'
import { CsvPart } from './CsvPart.tsx'
import styles from './DataSection.module.css'
import { ErasePart } from './ErasePart.tsx'
import { ImportPart } from './import/ImportPart.tsx'
import type { ImportParts } from './import/import-parts.ts'
import { PeriodPart } from './PeriodPart.tsx'
import { RebuildPart } from './RebuildPart.tsx'
import { ReportPart } from './ReportPart.tsx'
import { SnapshotsPart } from './SnapshotsPart.tsx'
import { StoredPart } from './StoredPart.tsx'

type Props = {
  /** null where the history is made up, as below. */
  readonly kept: {
    readonly snapshots: SnapshotList
    readonly stored: StoredModel
    readonly zone: () => string
    readonly period: PeriodRemoval
    readonly erase: ErasePartModel
  } | null
  readonly backup: Backup | null
  /** null where the browser has no folders to pick, too. */
  readonly folder: KeptFilePart | null
  readonly importing: ImportParts | null
  readonly csv: CsvExport
  readonly rebuild: Rebuild
  /** False where the history is made up: what stands on a page of its own is the person's own. */
  readonly isOwn: boolean
}

/** Leads to a part: its first control has the focus, which brings it into sight. */
const lead = (part: HTMLElement | null) => part?.querySelector<HTMLElement>('button, input')?.focus()

export const DataSection = ({ backup, folder, importing, csv, rebuild, isOwn, kept }: Props) => {
  const backupPart = useRef<HTMLDivElement>(null)
  const rebuildPart = useRef<HTMLDivElement>(null)
  const toBackup = () => lead(backupPart.current)
  return (
    <section class={styles['page']}>
      <h1 tabIndex={-1}>{t('place_settings')}</h1>
      <div class={styles['lead']}>
        <h2>{t('section_data')}</h2>
        <p class={styles['soft']}>{t('data_lead')}</p>
      </div>
      <div ref={backupPart}>{backup && <BackupPart model={backup} folder={folder} />}</div>
      {importing && <ImportPart {...importing} />}
      <CsvPart model={csv} />
      {isOwn && <ReportPart />}
      {kept && <SnapshotsPart model={kept.snapshots} />}
      {kept && (
        <StoredPart model={kept.stored} zone={kept.zone()} onRebuild={() => lead(rebuildPart.current)} />
      )}
      <div ref={rebuildPart}>
        <RebuildPart model={rebuild} />
      </div>
      {kept && <PeriodPart model={kept.period} onBackup={toBackup} />}
      {kept && <ErasePart model={kept.erase} onBackup={toBackup} />}
      <LookAroundLink />
    </section>
  )
}
