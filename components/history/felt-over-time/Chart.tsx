/** The line itself: it follows pointer and keys, and says in words what it shows at one place. */
import { useId } from 'preact/hooks'
import 'uplot/dist/uPlot.min.css'
import type { FeltBucket, FeltView } from '../../../lib/core/felt-over-time.ts'
import type { Marker } from '../../../lib/core/records.ts'
import { t } from '../../../lib/platform/i18n.ts'
import styles from './Chart.module.css'
import { chartKeys } from './chart-keys.ts'
import type { ChartLook } from './chart-look.ts'
import { bucketSentence } from './over-texts.ts'
import { useChart } from './use-chart.ts'

type Props = {
  readonly view: FeltView
  readonly markers: readonly Marker[]
  /** null before it was read from the page. */
  readonly look: ChartLook | null
  /** From the one day number to the other: days since 1970-01-01, with fractions. */
  readonly onDrag: (from: number, to: number) => void
  /** Closer around a day number. */
  readonly onCloser: (middle?: number) => void
  readonly onWider: () => void
  readonly onEarlier: () => void
  readonly onLater: () => void
  readonly onAll: () => void
}

export const Chart = ({ view, markers, look, onDrag, ...ways }: Props) => {
  const id = useId()
  const { host, at, lookAt } = useChart({ view, markers, look, onDrag })
  const { buckets, unit } = view
  const bucket = at === null ? undefined : buckets[at]

  /** To the next place along the line, and past its ends to what lies beyond. */
  const step = (by: 1 | -1) => {
    const from = at ?? (by > 0 ? -1 : buckets.length)
    const next = buckets[from + by]
    if (next) {
      lookAt(next.at)
      return
    }
    // What stands there comes with the buckets that are shown next.
    if (bucket) lookAt(bucket.at + by * Math.abs(bucket.at - (buckets[from - by]?.at ?? bucket.at - 1)))
    if (by > 0) ways.onLater()
    else ways.onEarlier()
  }

  const to = (end: FeltBucket | undefined) => end && lookAt(end.at)
  const keys = chartKeys(
    {
      step,
      first: () => to(buckets[0]),
      last: () => to(buckets.at(-1)),
      closer: () => ways.onCloser(bucket?.at),
      wider: ways.onWider,
      earlier: ways.onEarlier,
      later: ways.onLater,
      all: ways.onAll,
    },
    look?.direction === 'rtl',
  )

  const said = bucket ? bucketSentence(bucket, unit) : t('over_look_none')
  return (
    <>
      <div
        ref={host}
        class={styles['chart']}
        role="slider"
        tabIndex={0}
        aria-label={t('over_look')}
        aria-describedby={`${id}-keys`}
        aria-valuemin={0}
        aria-valuemax={buckets.length - 1}
        aria-valuenow={at ?? 0}
        aria-valuetext={said}
        onKeyDown={event => {
          const way = keys[event.key]
          // With another key held they are the browser's own, such as its zoom.
          if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          way()
        }}
      />
      <p class={styles['said']} aria-hidden="true">
        {said}
      </p>
      <p id={`${id}-keys`} class={styles['hint']}>
        {t('over_keys')}
      </p>
    </>
  )
}
