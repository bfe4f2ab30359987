/** The year of days, brought once the history is in sight; until then its room is kept. */
import type { HeatMap as Model } from '../../../lib/app/heat-map.ts'
import type { Marker } from '../../../lib/core/records.ts'
import type { Day } from '../../../lib/core/time.ts'
import { NotLoaded } from '../../options/NotLoaded.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import type { HeatMap as View } from './HeatMap.tsx'
import styles from './LaterHeatMap.module.css'

type Props = {
  readonly load: () => Promise<{ readonly HeatMap: typeof View; readonly model: Model }>
  /** There is nothing in the history: then no room is kept. */
  readonly isEmpty: boolean
  readonly markers: readonly Marker[]
  /** Only what was found is shown. */
  readonly found: boolean
  readonly onDay: (day: Day) => void
}

export const LaterHeatMap = ({ load, isEmpty, markers, found, onDay }: Props) => {
  const part = useLoaded(load, true)
  if (part === null) return isEmpty ? null : <div class={styles['room']} />
  if (part === 'failed') return <NotLoaded />
  return <part.HeatMap model={part.model} markers={markers} found={found} onDay={onDay} />
}
