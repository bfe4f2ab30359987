/** Settings → Data & privacy: what a person can do with all that is kept, one part below the other. */
import { useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Backup } from '../../lib/app/backup.ts'
import type { CsvExport } from '../../lib/app/csv-export.ts'
import type { ErasePartModel } from '../../lib/app/erase-part.ts'
import type { KeptFilePart } from '../../lib/app/kept-file-part.ts'
import type { LockPartModel } from '../../lib/app/lock-part.ts'
import type { OfferChoices } from '../../lib/app/offer-choices.ts'
import type { PeriodRemoval } from '../../lib/app/period-removal.ts'
import type { Rebuild } from '../../lib/app/rebuild.ts'
import type { Rescue } from '../../lib/app/rescue.ts'
import type { SnapshotList } from '../../lib/app/snapshots.ts'
import type { StoredModel } from '../../lib/app/stored.ts'
import type { SaveUnread } from '../../lib/app/unread-file.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LockPart } from '../lock/LockPart.tsx'
import { LookAroundLink } from '../look-around/LookAroundLink.tsx'
import { BackupPart } from './BackupPart.tsx'
import { CsvPart } from './CsvPart.tsx'
import { DataPlaces } from './DataPlaces.tsx'
import styles from './DataSection.module.css'
import { ErasePart } from './ErasePart.tsx'
import { ImportPart } from './import/ImportPart.tsx'
import type { ImportParts } from './import/import-parts.ts'
import { titleOf } from './import/said.ts'
import { OffersPart } from './OffersPart.tsx'
import { PeriodPart } from './PeriodPart.tsx'
import { RebuildPart } from './RebuildPart.tsx'
import { ReportPart } from './ReportPart.tsx'
import { RescuePart } from './RescuePart.tsx'
import { SnapshotsPart } from './SnapshotsPart.tsx'
import { StoredPart } from './StoredPart.tsx'

type Props = {
  /** null where the history is made up, as below. */
  readonly kept: {
    readonly snapshots: SnapshotList
    readonly saveUnread: SaveUnread
    readonly stored: StoredModel
    readonly zone: () => string
    readonly period: PeriodRemoval
    readonly erase: ErasePartModel
  } | null
  readonly backup: Backup | null
  /** null where the browser has no folders to pick, too. */
  readonly folder: KeptFilePart | null
  readonly importing: ImportParts | null
  /** Not there where the history is made up: a file would not say so. */
  readonly csv: CsvExport | null
  readonly rescue: Rescue | null
  readonly lock?: LockPartModel | null
  readonly offers: OfferChoices
  readonly rebuild: Rebuild
}

type Part = { readonly id: string; readonly title: string; readonly view: ComponentChildren }

const partIn = (page: HTMLElement | null, id: string) =>
  page?.querySelector<HTMLElement>(`[data-part="${id}"]`) ?? null

/** Its heading takes the focus, which brings it into sight and lets a screen reader say where one is. */
const goTo = (part: HTMLElement | null) => {
  const heading = part?.querySelector('h2')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus()
}

/** Its first control has the focus. */
const lead = (part: HTMLElement | null) => part?.querySelector<HTMLElement>('button, input')?.focus()

export const DataSection = ({
  backup,
  folder,
  importing,
  csv,
  rescue,
  offers,
  rebuild,
  kept,
  lock,
}: Props) => {
  const page = useRef<HTMLElement>(null)
  // The page is drawn anew when the name changes, and not at every step of how far a file is.
  const importTitle = useComputed(() =>
    titleOf(importing?.model.step.value ?? null, importing?.model.empty.value ?? null),
  )
  const locked = useComputed(() => (lock?.facts.value?.state ?? 'none') !== 'none')
  const toBackup = () => lead(partIn(page.current, 'backup'))
  const toRebuild = () => lead(partIn(page.current, 'rebuild'))
  useEffect(() => {
    // A link leads to one of the parts.
    const follow = () => goTo(partIn(page.current, location.hash.split('-')[1] ?? ''))
    addEventListener('hashchange', follow)
    follow()
    return () => removeEventListener('hashchange', follow)
  }, [])
  const part = (id: string, title: string, view: ComponentChildren): Part => ({ id, title, view })
  const parts: readonly Part[] = [
    ...(backup
      ? [
          part(
            'backup',
            t('backup_title'),
            <BackupPart model={backup} folder={folder} locked={locked.value} />,
          ),
        ]
      : []),
    ...(lock ? [part('lock', t('lock_title'), <LockPart model={lock} onBackup={toBackup} />)] : []),
    ...(importing ? [part('import', t(importTitle.value), <ImportPart {...importing} />)] : []),
    ...(csv ? [part('csv', t('csv_title'), <CsvPart model={csv} />)] : []),
    ...(kept
      ? [
          part('report', t('report_title'), <ReportPart />),
          part(
            'snapshots',
            t('snapshots_title'),
            <SnapshotsPart model={kept.snapshots} saveUnread={kept.saveUnread} />,
          ),
          part(
            'stored',
            t('stored_title'),
            <StoredPart
              model={kept.stored}
              savedAt={backup?.status.value?.last?.at ?? null}
              zone={kept.zone()}
              onRebuild={toRebuild}
            />,
          ),
        ]
      : []),
    part('offers', t('offers_title'), <OffersPart model={offers} />),
    part('rebuild', t('rebuild_title'), <RebuildPart model={rebuild} />),
    ...(kept
      ? [
          part('period', t('period_title'), <PeriodPart model={kept.period} onBackup={toBackup} />),
          part('erase', t('erase_title'), <ErasePart model={kept.erase} onBackup={toBackup} />),
        ]
      : []),
  ]
  return (
    <section ref={page} class={styles['page']}>
      <div class={styles['lead']}>
        <h1 tabIndex={-1}>{t('section_data')}</h1>
        <p class={styles['soft']}>{t('data_lead')}</p>
      </div>
      {rescue && <RescuePart model={rescue} />}
      {parts.length > 3 && <DataPlaces places={parts} onGo={id => goTo(partIn(page.current, id))} />}
      {parts.map(({ id, view }) => (
        <div key={id} class={styles['part']} data-part={id}>
          {view}
        </div>
      ))}
      <LookAroundLink />
    </section>
  )
}
