/** The page that is handed on: what it is and is not, what a period adds up to, and what was ticked. */
import { useContext } from 'preact/hooks'
import type { ReportPage } from '../../lib/app/report.ts'
import type { Report } from '../../lib/core/report.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LabelsContext } from '../words/labels.ts'
import { AnswerCounts } from './AnswerCounts.tsx'
import { CountList } from './CountList.tsx'
import { FeltChart } from './FeltChart.tsx'
import { PauseCounts } from './PauseCounts.tsx'
import { ReportPart } from './ReportPart.tsx'
import styles from './ReportSheet.module.css'
import { headingText, scaleNames, shortTexts, wordText } from './report-texts.ts'
import { ScaleTable } from './ScaleTable.tsx'
import { WrittenParts } from './WrittenParts.tsx'

type Props = { readonly model: ReportPage; readonly report: Report; readonly person: string }

const Scales = ({ report }: { readonly report: Report }) => (
  <>
    <ReportPart title={t('report_scales')} hint={t('report_asked')}>
      <ScaleTable report={report} />
      <p class={styles['soft']}>{t('report_scale_ends')}</p>
      <p class={styles['soft']}>{t('report_measures')}</p>
    </ReportPart>
    {report.felt && report.scales.felt.answers > 0 && (
      <ReportPart title={t('over_title')}>
        <FeltChart view={report.felt} />
      </ReportPart>
    )}
    <ReportPart title={t('report_answers')}>
      <div class={styles['scales']}>
        {scaleNames.map(scale => (
          <AnswerCounts key={scale} scale={scale} counts={report.scales[scale]} />
        ))}
      </div>
    </ReportPart>
  </>
)

export const ReportSheet = ({ model, report, person }: Props) => {
  const labels = useContext(LabelsContext)
  const tags = model.tags.value
  return (
    <article class={styles['sheet']} aria-labelledby="report-heading">
      <header class={styles['head']}>
        <h2 id="report-heading" class={styles['heading']}>
          {headingText(report.period)}
        </h2>
        {person.trim() !== '' && <p dir="auto">{person}</p>}
        <p class={styles['soft']}>{t('report_made', formatDay(model.madeOn, 'date'))}</p>
      </header>
      <p class={styles['about']}>{t('report_about')}</p>
      <ReportPart title={t('sums_name')}>
        <div class={styles['facts']}>
          {shortTexts(report).map(text => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </ReportPart>
      {report.checkIns > 0 && <Scales report={report} />}
      {report.words.length > 0 && (
        <ReportPart title={t('report_words')} hint={t('report_words_hint')}>
          <CountList items={report.words.map(word => ({ id: word.id, text: wordText(labels, word) }))} />
        </ReportPart>
      )}
      {tags.length > 0 && (
        <ReportPart title={t('filter_tags')} hint={t('report_tags_hint')}>
          <CountList
            items={tags.map(({ id, count }) => ({ id, text: t('report_counted', labels.tag(id), count) }))}
          />
        </ReportPart>
      )}
      {report.pauses.length > 0 && (
        <ReportPart title={t('filter_pauses')} hint={t('report_pauses_hint')}>
          <PauseCounts pauses={report.pauses} nameOf={labels.pause} />
        </ReportPart>
      )}
      <WrittenParts model={model} />
    </article>
  )
}
