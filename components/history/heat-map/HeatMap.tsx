/** A year of days, each a small window: which scale and which year is shown, the map with its legend, and the table behind it. */
import { useEffect, useId, useMemo, useState } from 'preact/hooks'
import type { HeatMap as Model } from '../../../lib/app/heat-map.ts'
import type { MapScale } from '../../../lib/core/heat-map.ts'
import type { Marker } from '../../../lib/core/records.ts'
import type { Day } from '../../../lib/core/time.ts'
import { formatYear } from '../../../lib/platform/formats.ts'
import { plural, t } from '../../../lib/platform/i18n.ts'
import { StoreNotice } from '../../options/StoreNotice.tsx'
import { Select } from '../../ui/Select.tsx'
import { useTold } from '../../ui/use-told.ts'
import { markerText } from '../markers/marker-texts.ts'
import { HeatLegend } from './HeatLegend.tsx'
import styles from './HeatMap.module.css'
import { HeatTable } from './HeatTable.tsx'
import { YearGrid } from './YearGrid.tsx'
import { YearStepper } from './YearStepper.tsx'

type Props = {
  readonly model: Model
  /** All markers, whatever year they are of. */
  readonly markers: readonly Marker[]
  /** Only what was found is shown. */
  readonly found: boolean
  /** A day was pressed, be there anything on it or not. */
  readonly onDay: (day: Day) => void
}

const scales: readonly MapScale[] = ['felt', 'far', 'pleasant', 'energy', 'count']

export const HeatMap = ({ model, markers, found, onDay }: Props) => {
  const id = useId()
  const map = model.map.value
  const complete = model.complete.value
  const problem = model.problem.value
  const years = model.years.value
  const outside = map.outside + model.beyond.value
  const year = formatYear(map.year)
  // What is sought changes before the days do, and words and days belong together.
  const isFound = useMemo(() => found, [map])
  const nothing = t(isFound ? 'heat_none_found' : 'heat_nothing', year)
  const [saidOf, setSaidOf] = useState<'year' | 'scale'>('year')
  const something =
    saidOf === 'year' ? t('heat_shown', year) : t('heat_table_caption', year, t(`heat_scale_${map.scale}`))
  const { told, tell } = useTold(map, problem ? '' : map.checkIns > 0 ? something : nothing)
  const go = (coming: Promise<void>) => {
    setSaidOf('year')
    tell(coming)
  }
  const byDay = useMemo(() => {
    const texts = new Map<Day, string[]>()
    for (const marker of markers)
      texts.set(marker.day, [...(texts.get(marker.day) ?? []), markerText(marker)])
    return texts
  }, [markers])

  const hasMarkers = markers.some(marker => Number(marker.day.slice(0, 4)) === map.year)

  useEffect(() => {
    if (complete) performance.mark('heat-map')
  }, [map, complete])

  // A page that stood in the background over midnight learns what day it is.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void model.load()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [model])

  if (model.empty.value) return null
  return (
    <section class={styles['map']} aria-labelledby={id}>
      <h2 id={id}>{t('heat_title', year)}</h2>
      <div class={styles['controls']}>
        <Select
          label={t('heat_scale')}
          value={map.scale}
          options={scales.map(scale => ({ value: scale, label: t(`heat_scale_${scale}`) }))}
          onChoose={value => {
            setSaidOf('scale')
            tell(model.choose(value as MapScale))
          }}
        />
        {years.length > 1 && (
          <YearStepper
            year={map.year}
            years={years}
            onGo={to => go(model.go(to))}
            onEarlier={() => go(model.earlier())}
            onLater={() => go(model.later())}
          />
        )}
      </div>
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.tryAgain()} />}
      <div role="status" class="hidden-text">
        {told}
      </div>
      {(complete || !problem) && (
        <>
          <YearGrid
            map={map}
            complete={complete}
            markers={byDay}
            found={isFound}
            label={t('heat_title', year)}
            hint={complete && map.checkIns === 0 ? nothing : t('heat_hint')}
            onDay={onDay}
          />
          {outside > 0 && <p class={styles['soft']}>{plural('heat_outside', outside)}</p>}
          <HeatLegend scale={map.scale} hasMarkers={hasMarkers} found={isFound} />
          {(map.checkIns > 0 || hasMarkers) && <HeatTable map={map} markers={byDay} />}
        </>
      )}
    </section>
  )
}
