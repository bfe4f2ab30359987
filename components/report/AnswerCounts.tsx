/** How often each answer of a scale was given, with "can't tell" and no answer apart from its numbers. */
import type { Scale } from '../../lib/core/records.ts'
import type { ScaleReport } from '../../lib/core/report.ts'
import { formatNumber, t } from '../../lib/platform/i18n.ts'
import { valueText } from '../history/heat-map/day-sentence.ts'
import styles from './AnswerCounts.module.css'
import { scaleKeys } from './report-texts.ts'

type Props = { readonly scale: Scale; readonly counts: ScaleReport }

const Bar = ({ share, plain }: { readonly share: number; readonly plain?: boolean }) => (
  <svg class={styles['bar']} aria-hidden="true">
    {share > 0 && (
      <rect class={plain ? styles['plain'] : styles['full']} width={`${share * 100}%`} height="100%" />
    )}
  </svg>
)

export const AnswerCounts = ({ scale, counts }: Props) => {
  const { values, cantTell, noAnswer } = counts
  const highest = Math.max(1, cantTell, noAnswer, ...values.map(({ count }) => count))
  const rows = [
    ...values.map(({ value, count }) => ({ name: valueText(scale, value), count, plain: false })),
    { name: t('felt_cant_tell'), count: cantTell, plain: true },
    { name: t('over_no_answer'), count: noAnswer, plain: true },
  ]
  return (
    <table class={styles['table']}>
      <caption>{t(scaleKeys[scale])}</caption>
      <tbody>
        {rows.map(({ name, count, plain }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class={styles['count']}>{formatNumber(count)}</td>
            <td class={styles['drawn']}>
              <Bar share={count / highest} plain={plain} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
