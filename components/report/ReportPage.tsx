/** The report for a therapist: what to choose on top, and below it the page as it will be printed. */
import { useRef, useState } from 'preact/hooks'
import type { ReportPage as Model } from '../../lib/app/report.ts'
import { t } from '../../lib/platform/i18n.ts'
import { helpAddress } from '../help/HelpLink.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { type Labels, LabelsContext } from '../words/labels.ts'
import { ReportControls } from './ReportControls.tsx'
import styles from './ReportPage.module.css'
import { ReportSheet } from './ReportSheet.tsx'

type Props = {
  readonly model: Model
  readonly labels: Labels
  readonly onPrint: () => void
  /** Resolves false where the browser refuses. */
  readonly onCopy: (text: string) => Promise<boolean>
}

export const ReportPage = ({ model, labels, onPrint, onCopy }: Props) => {
  const sheet = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  // Nobody is named before they type it, and nothing of it is kept.
  const [person, setPerson] = useState('')
  const report = model.report.value
  const problem = model.problem.value
  // As it stands there, with all that is ticked and nothing else.
  const copy = async () => setCopied(await onCopy(sheet.current?.innerText ?? ''))
  return (
    <div class={styles['page']}>
      <header class={styles['top']}>
        <a class={styles['way']} href="/options.html#data">
          {t('report_back')}
        </a>
        {/* What was chosen here is kept nowhere, so the page stays. */}
        <a class={styles['way']} href={helpAddress} target="_blank" rel="noreferrer">
          {t('help_link')}
        </a>
      </header>
      <main class={styles['main']}>
        <div class={styles['choose']}>
          <h1>{t('report_title')}</h1>
          <p>{t('report_lead')}</p>
          <ReportControls
            model={model}
            person={person}
            onPerson={setPerson}
            onPrint={onPrint}
            onCopy={() => void copy()}
            copied={copied}
          />
          {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.load()} />}
          <p role="status" class={styles['soft']}>
            {model.reading.value ? t('report_reading') : ''}
          </p>
        </div>
        {report && (
          <LabelsContext.Provider value={labels}>
            <div ref={sheet}>
              <ReportSheet model={model} report={report} person={person} />
            </div>
          </LabelsContext.Provider>
        )}
      </main>
    </div>
  )
}
