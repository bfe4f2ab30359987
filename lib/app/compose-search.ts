/** The composition root of the search in History; what few visits have a use for is loaded when it is needed. */
import { readFilter } from '../core/filter.ts'
import { createSlot } from '../platform/slots.ts'
import { createAllDays } from './all-days.ts'
import type { PageParts } from './page-parts.ts'
import { createSearch } from './search.ts'

export const composeSearch = (parts: PageParts) => {
  const allDays = createAllDays(parts)
  const search = createSearch({
    allDays,
    kept: createSlot(parts.session, 'search', readFilter),
    loadFinder: async () => {
      const { composeFinder } = await import('./compose-finder.ts')
      return composeFinder(parts)
    },
  })
  return {
    search,
    loadSums: async () => {
      const { createDaySums } = await import('./day-sums.ts')
      return createDaySums(search.shownDays, search.active)
    },
    loadChoices: async () => {
      const { createFilterChoices } = await import('./filter-choices.ts')
      return createFilterChoices({ ...parts, allDays })
    },
  }
}
