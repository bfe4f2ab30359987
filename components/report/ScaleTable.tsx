/** The four scales side by side: how much was answered, and what the answers add up to. */
import type { ComponentChildren } from 'preact'
import type { Report, ScaleReport } from '../../lib/core/report.ts'
import { formatNumber, t } from '../../lib/platform/i18n.ts'
import { halfText, intervalText, meanText, scaleKeys, scaleNames, withShare } from './report-texts.ts'
import styles from './ScaleTable.module.css'

type Props = { readonly report: Report }

type RowProps = Props & { readonly name: string; readonly cell: (scale: ScaleReport) => ComponentChildren }

const Row = ({ report, name, cell }: RowProps) => (
  <tr>
    <th scope="row">{name}</th>
    {scaleNames.map(scale => (
      <td key={scale}>{cell(report.scales[scale])}</td>
    ))}
  </tr>
)

/** What is asked of a scale that has too few answers for it. */
const orFew =
  (said: (spread: NonNullable<ScaleReport['spread']>) => string) =>
  ({ spread }: ScaleReport): string =>
    spread === null ? t('report_few') : said(spread)

export const ScaleTable = ({ report }: Props) => {
  const share = (count: (scale: ScaleReport) => number) => (scale: ScaleReport) =>
    withShare(count(scale), report.checkIns)
  const isOff = scaleNames.some(scale => report.scales[scale].offScale > 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls can be scrolled with keys.
    <section class={styles['scroll']} tabIndex={0} aria-label={t('report_table')}>
      <table class={styles['table']}>
        <thead>
          <tr>
            <td />
            {scaleNames.map(scale => (
              <th key={scale} scope="col">
                {t(scaleKeys[scale])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row report={report} name={t('over_column_answers')} cell={share(({ answers }) => answers)} />
          <Row report={report} name={t('felt_cant_tell')} cell={share(({ cantTell }) => cantTell)} />
          <Row report={report} name={t('over_no_answer')} cell={share(({ noAnswer }) => noAnswer)} />
          {isOff && (
            <Row
              report={report}
              name={t('report_off_scale')}
              cell={({ offScale }) => formatNumber(offScale)}
            />
          )}
          <Row
            report={report}
            name={t('over_column_middle')}
            cell={orFew(({ middle }) => formatNumber(middle))}
          />
          <Row report={report} name={t('over_column_half')} cell={orFew(halfText)} />
          <Row report={report} name={t('report_mean')} cell={orFew(({ mean }) => meanText(mean))} />
          <Row report={report} name={t('report_interval')} cell={orFew(({ mean }) => intervalText(mean))} />
        </tbody>
      </table>
    </section>
  )
}
