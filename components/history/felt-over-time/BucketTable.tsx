/** What the line shows, as a table: a row for each bucket, and one row for a gap however long it is. */
import type { FeltBucket, FeltView } from '../../../lib/core/felt-over-time.ts'
import type { Marker } from '../../../lib/core/records.ts'
import { formatNumber, t } from '../../../lib/platform/i18n.ts'
import { markerText } from '../markers/marker-texts.ts'
import styles from './BucketTable.module.css'
import { bucketName, number } from './over-texts.ts'

type Props = { readonly view: FeltView; readonly markers: readonly Marker[] }

type Row = { readonly bucket: FeltBucket; readonly marked: readonly string[] }

/** Buckets without a check-in and without a marker that stand side by side become one. */
const rowsOf = ({ view, markers }: Props): readonly Row[] => {
  const rows: Row[] = []
  for (const bucket of view.buckets) {
    const marked = markers.filter(({ day }) => day >= bucket.from && day <= bucket.to).map(markerText)
    const before = rows.at(-1)
    const isEmpty = bucket.checkIns === 0 && marked.length === 0
    if (isEmpty && before && before.bucket.checkIns === 0 && before.marked.length === 0)
      rows[rows.length - 1] = { bucket: { ...before.bucket, to: bucket.to }, marked }
    else rows.push({ bucket, marked })
  }
  return rows
}

const half = (lower: number, upper: number): string =>
  lower === upper ? formatNumber(lower) : t('over_half', lower, upper)

export const BucketTable = ({ view, markers }: Props) => {
  const hasMarkers = markers.length > 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls can be scrolled with keys.
    <section class={styles['scroll']} tabIndex={0} aria-label={t('over_table_name')}>
      <table class={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('over_column_when')}</th>
            <th scope="col">{t('over_column_answers')}</th>
            <th scope="col">{t('over_column_middle')}</th>
            <th scope="col">{t('over_column_half')}</th>
            <th scope="col">{t('felt_cant_tell')}</th>
            <th scope="col">{t('over_column_check_ins')}</th>
            {hasMarkers && <th scope="col">{t('over_markers')}</th>}
          </tr>
        </thead>
        <tbody>
          {rowsOf({ view, markers }).map(({ bucket, marked }) => (
            <tr key={bucket.from}>
              <th scope="row">{bucketName(bucket, view.unit)}</th>
              <td>{formatNumber(bucket.answers)}</td>
              {bucket.lower === null || bucket.upper === null ? (
                <td colSpan={2}>{t('over_no_answer')}</td>
              ) : (
                <>
                  <td>{number(bucket.middle)}</td>
                  <td>{half(bucket.lower, bucket.upper)}</td>
                </>
              )}
              <td>{formatNumber(bucket.cantTell)}</td>
              <td>{formatNumber(bucket.checkIns)}</td>
              {hasMarkers && (
                <td>
                  <bdi class={styles['marked']}>{marked.join('\u00a0· ')}</bdi>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
