/** History: composed, drawn and read. */
import { FeltOverTime } from '../../../components/history/felt-over-time/FeltOverTime.tsx'
import { Filters } from '../../../components/history/filters/Filters.tsx'
import { HistorySection } from '../../../components/history/HistorySection.tsx'
import { HeatMap } from '../../../components/history/heat-map/HeatMap.tsx'
import { Sums } from '../../../components/history/Sums.tsx'
import { composeHistory } from '../../../lib/app/compose-history.ts'
import { composePictures } from '../../../lib/app/compose-pictures.ts'
import { composeSearch } from '../../../lib/app/compose-search.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = (parts, options) => {
  const model = composeHistory(parts)
  const { search, sums, used } = composeSearch(parts)
  const { heatMap, loadFelt } = composePictures(parts, { markers: model.markers, days: search.shownDays })
  options.onPastAsked(() => void model.beginPast())
  void model.load()
  // What was sought before a reload is known first, so that no other days are drawn before.
  void search.load().finally(heatMap.load)
  return () => (
    <HistorySection
      model={model}
      spellcheck={options.spellcheck.value}
      filters={
        <>
          <Filters model={search} used={used} />
          <Sums model={sums} />
        </>
      }
      found={search.list}
      heatMap={
        <HeatMap
          model={heatMap}
          markers={model.markers.value}
          onDay={day => search.change({ period: { from: day, to: day } })}
        />
      }
      feltOverTime={<FeltOverTime load={loadFelt} />}
    />
  )
}
