/** Felt over the period as a plain picture that reads in black and white: a box for the middle half, a line for the middle. */
import type { FeltBucket, FeltView } from '../../lib/core/felt-over-time.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { formatNumber, t } from '../../lib/platform/i18n.ts'
import { viewSentence } from '../history/felt-over-time/over-texts.ts'
import styles from './FeltChart.module.css'

/** Room above 10 and below 0, so that no line is cut in half. */
const edge = 4

/** Where a value stands, from the top. */
const height = (value: number): number => edge + ((10 - value) * (100 - 2 * edge)) / 10

const percent = (part: number): string => `${part}%`

type BucketProps = { readonly bucket: FeltBucket; readonly place: number; readonly width: number }

const Bucket = ({ bucket: { middle, lower, upper }, place, width }: BucketProps) => {
  if (middle === null || lower === null || upper === null) return null
  const from = place * width + width * 0.12
  const to = (place + 1) * width - width * 0.12
  return (
    <>
      <rect
        class={styles['half']}
        x={percent(from)}
        width={percent(to - from)}
        y={percent(height(upper))}
        height={percent(height(lower) - height(upper))}
      />
      <line
        class={styles['middle']}
        x1={percent(from)}
        x2={percent(to)}
        y1={percent(height(middle))}
        y2={percent(height(middle))}
      />
    </>
  )
}

export const FeltChart = ({ view }: { readonly view: FeltView }) => {
  const width = 100 / view.buckets.length
  return (
    <figure class={styles['figure']}>
      <figcaption class={styles['caption']}>
        <p>{viewSentence(view, 0)}</p>
        <p>{t(`report_chart_${view.unit}`)}</p>
      </figcaption>
      <div class={styles['picture']} aria-hidden="true">
        <div class={styles['levels']}>
          {[10, 5, 0].map(level => (
            <span key={level}>{formatNumber(level)}</span>
          ))}
        </div>
        <svg class={styles['chart']} aria-hidden="true">
          {[0, 5, 10].map(level => (
            <line
              key={level}
              class={styles['level']}
              x1="0"
              x2="100%"
              y1={percent(height(level))}
              y2={percent(height(level))}
            />
          ))}
          {view.buckets.map((bucket, place) => (
            <Bucket key={bucket.from} bucket={bucket} place={place} width={width} />
          ))}
        </svg>
        <div class={styles['ends']}>
          <span>{formatDay(view.from, 'date')}</span>
          {view.to !== view.from && <span>{formatDay(view.to, 'date')}</span>}
        </div>
      </div>
    </figure>
  )
}
