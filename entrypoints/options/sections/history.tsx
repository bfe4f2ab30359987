/** History: composed, drawn and read. */
import { FeltOverTime } from '../../../components/history/felt-over-time/FeltOverTime.tsx'
import { Filters } from '../../../components/history/filters/Filters.tsx'
import { showAsked } from '../../../components/history/focus-row.ts'
import { HistorySection } from '../../../components/history/HistorySection.tsx'
import { LaterHeatMap } from '../../../components/history/heat-map/LaterHeatMap.tsx'
import { LaterSums } from '../../../components/history/LaterSums.tsx'
import { composeHistory } from '../../../lib/app/compose-history.ts'
import { composePictures } from '../../../lib/app/compose-pictures.ts'
import { composeSearch } from '../../../lib/app/compose-search.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = (parts, options) => {
  const model = composeHistory(parts, () => map)
  const { search, loadSums, loadChoices } = composeSearch(parts)
  const shown = { markers: model.markers, days: search.shownDays }
  const bringMap = () => import('./year-of-days.ts')
  const { loadHeatMap, loadFelt } = composePictures(parts, shown, search.load(), bringMap)
  // Under way before its place is drawn; where it fails, its place says so and asks again.
  const map = loadHeatMap().catch(() => {})
  options.onFormAsked({ past: model.beginPast, marker: () => model.beginMarker() })
  void model.load()
  return () => (
    <HistorySection
      model={model}
      filters={<Filters model={search} loadChoices={loadChoices} />}
      sums={<LaterSums load={loadSums} />}
      found={search.list}
      heatMap={
        <LaterHeatMap
          load={loadHeatMap}
          isEmpty={model.months.value?.length === 0}
          markers={model.markers.value}
          found={search.active.value}
          onDay={day => {
            search.change({ period: { from: day, to: day } })
            showAsked()
          }}
        />
      }
      feltOverTime={<FeltOverTime load={loadFelt} found={search.active.value} />}
    />
  )
}
