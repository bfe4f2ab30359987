/** What was marked in the period, each with its number in the picture. */
import type { Marker } from '../../../lib/core/records.ts'
import { formatDay } from '../../../lib/platform/formats.ts'
import { formatNumber, t } from '../../../lib/platform/i18n.ts'
import { markerText } from '../markers/marker-texts.ts'
import styles from './MarkerList.module.css'

type Props = { readonly markers: readonly Marker[] }

export const MarkerList = ({ markers }: Props) => (
  <div>
    <p id="over-markers" class={styles['title']}>
      {t('over_markers')}
    </p>
    <ul aria-labelledby="over-markers">
      {markers.map((marker, at) => (
        <li key={marker.id} class={styles['marker']}>
          <span>{formatNumber(at + 1)}</span>
          <p class={styles['text']} dir="auto">
            {t('over_marker', formatDay(marker.day, 'date'), markerText(marker))}
          </p>
        </li>
      ))}
    </ul>
  </div>
)
