/** What the places of the map mean, each sample beside its words. */
import type { ComponentChildren } from 'preact'
import type { DayShows, MapScale } from '../../../lib/core/heat-map.ts'
import { formatRange } from '../../../lib/platform/formats.ts'
import { formatNumber, t } from '../../../lib/platform/i18n.ts'
import { fars, steps } from '../../fields/scale-texts.ts'
import { DayPane } from './DayPane.tsx'
import { valueText } from './day-sentence.ts'
import styles from './HeatLegend.module.css'

type Props = {
  readonly scale: MapScale
  readonly hasMarkers: boolean
  /** Only what was found is shown. */
  readonly found: boolean
}

const samples = { felt: [0, 5, 10], far: fars, pleasant: steps, energy: steps } as const

/** Days of 1, 2, 3–4, 5–8, and 9 check-ins or more. */
const counts = [
  () => formatNumber(1),
  () => formatNumber(2),
  () => formatRange(3, 4),
  () => formatRange(5, 8),
  () => t('heat_count_more', 9),
]

type SampleProps = {
  readonly scale: MapScale
  readonly shows: DayShows
  readonly children: ComponentChildren
}

const Sample = ({ scale, shows, children }: SampleProps) => (
  <li>
    <DayPane scale={scale} shows={shows} />
    {children}
  </li>
)

const Values = ({ scale }: { readonly scale: MapScale }) =>
  scale === 'count' ? (
    counts.map((text, size) => (
      <Sample key={size} scale={scale} shows={{ kind: 'count', size }}>
        {text()}
      </Sample>
    ))
  ) : (
    <>
      {samples[scale].map(value => (
        <Sample key={value} scale={scale} shows={{ kind: 'value', middle: value, highest: value }}>
          {valueText(scale, value)}
        </Sample>
      ))}
      <Sample
        scale={scale}
        shows={
          scale === 'far'
            ? { kind: 'value', middle: 1, highest: 3 }
            : { kind: 'value', middle: scale === 'felt' ? 3 : -2, highest: scale === 'felt' ? 8 : 4 }
        }
      >
        {t('heat_legend_ring')}
      </Sample>
      <Sample scale={scale} shows={{ kind: 'cant-tell' }}>
        {t('felt_cant_tell')}
      </Sample>
      <Sample scale={scale} shows={{ kind: 'no-answer' }}>
        {t('heat_legend_no_answer')}
      </Sample>
    </>
  )

export const HeatLegend = ({ scale, hasMarkers, found }: Props) => (
  <div class={styles['legend']}>
    {scale === 'felt' && <p>{t('heat_legend_felt')}</p>}
    {scale !== 'count' && <p>{t('heat_legend_middle')}</p>}
    <ul class={styles['samples']} aria-label={t('heat_legend')}>
      <Values scale={scale} />
      <Sample scale={scale} shows={{ kind: 'nothing' }}>
        {t(found ? 'heat_legend_not_found' : 'heat_legend_none')}
      </Sample>
      <li>
        <span class={styles['today']} aria-hidden="true" />
        {t('heat_legend_today')}
      </li>
      {hasMarkers && (
        <li>
          <span class={styles['marker']} aria-hidden="true" />
          {t('heat_legend_marker')}
        </li>
      )}
    </ul>
  </div>
)
