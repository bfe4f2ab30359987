/** The composition root of the search in History, with the sums of what it shows and what can be filtered by. */
import { readFilter } from '../core/filter.ts'
import { createSlot } from '../platform/slots.ts'
import { createAllDays } from './all-days.ts'
import { createDaySums } from './day-sums.ts'
import { createUsedIds } from './in-use.ts'
import type { PageParts } from './page-parts.ts'
import { createSearch } from './search.ts'

export const composeSearch = (parts: PageParts) => {
  const { records, clock } = parts
  const allDays = createAllDays(parts)
  const search = createSearch({
    clock,
    allDays,
    kept: createSlot(parts.session, 'search', readFilter),
    loadFinder: async () => {
      const { composeFinder } = await import('./compose-finder.ts')
      return composeFinder(parts)
    },
  })
  return {
    search,
    sums: createDaySums(search.shownDays, search.active),
    used: createUsedIds({ records, allDays }),
  }
}
