/** History: composed, drawn and read. */
import { FeltOverTime } from '../../../components/history/felt-over-time/FeltOverTime.tsx'
import { Filters } from '../../../components/history/filters/Filters.tsx'
import { HistorySection } from '../../../components/history/HistorySection.tsx'
import { Sums } from '../../../components/history/Sums.tsx'
import { composeHistory } from '../../../lib/app/compose-history.ts'
import { composeSearch } from '../../../lib/app/compose-search.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = (parts, options) => {
  const model = composeHistory(parts)
  const { search, sums, used } = composeSearch(parts)
  const composeFelt = async () => {
    const { composeFeltOverTime } = await import('../../../lib/app/compose-felt-over-time.ts')
    return composeFeltOverTime(parts, { markers: model.markers, days: search.shownDays })
  }
  let felt: ReturnType<typeof composeFelt> | null = null
  const loadFelt = () => {
    felt ??= composeFelt().catch(error => {
      felt = null
      throw error
    })
    return felt
  }
  options.onPastAsked(() => void model.beginPast())
  void model.load()
  void search.load()
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
      feltOverTime={<FeltOverTime load={loadFelt} />}
    />
  )
}
