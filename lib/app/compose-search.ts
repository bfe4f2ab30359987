/** The composition root of the search in History, with the sums of what it shows and what can be filtered by. */
import { readFilter } from '../core/filter.ts'
import type { TextsOf } from '../core/filter-match.ts'
import { synonymsIn } from '../core/find-words.ts'
import { isKnown, label, locale, synonyms, t } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { createAllDays } from './all-days.ts'
import { createDaySums } from './day-sums.ts'
import { createUsedIds } from './in-use.ts'
import type { PageParts } from './page-parts.ts'
import { createSearch } from './search.ts'

/** Types of markers that have a name beside what is written about them. */
const namedMarkers = ['medication', 'loss', 'move'] as const

export const composeSearch = (parts: PageParts) => {
  const { records, labels } = parts
  const allDays = createAllDays(parts)
  const textsOf: TextsOf = (kind, id) => {
    if (kind === 'marker') return namedMarkers.flatMap(type => (type === id ? t(`marker_${type}`) : []))
    const texts = [labels[kind](id)]
    // One that has another name now may be sought by the one that Thaw has for it.
    if (isKnown(kind, id)) texts.push(label(kind, id))
    return kind === 'word' ? [...texts, ...synonymsIn(synonyms(id))] : texts
  }
  const search = createSearch({
    ...parts,
    allDays,
    kept: createSlot(parts.session, 'search', readFilter),
    textsOf,
    loadTexts: async () => {
      if (!labels.ready.value) await labels.load()
    },
    pauseIds: () =>
      import('../content/pauses.ts').then(
        ({ pauses, retiredPauses }) => [...pauses.map(({ id }) => id), ...retiredPauses],
        // After an update under an open page: everything but the names of pauses is sought all the same.
        () => [],
      ),
    locale,
    pause: () => new Promise(resolve => parts.later(0, resolve)),
  })
  return {
    search,
    sums: createDaySums(search.shownDays, search.active),
    used: createUsedIds({ records, allDays }),
  }
}

export type SearchParts = ReturnType<typeof composeSearch>
