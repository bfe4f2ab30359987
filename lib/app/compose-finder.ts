/** The composition root of what seeks in the whole history; loaded when something is sought. */
import { pauses, retiredPauses } from '../content/pauses.ts'
import type { TextsOf } from '../core/filter-match.ts'
import { synonymsIn } from '../core/find-words.ts'
import { namedMarkers } from '../core/marker.ts'
import { isKnown, label, locale, synonyms, t } from '../platform/i18n.ts'
import { createFinder } from './finder.ts'
import type { PageParts } from './page-parts.ts'

export const composeFinder = (parts: PageParts) => {
  const { labels } = parts
  const textsOf: TextsOf = (kind, id) => {
    if (kind === 'marker') return namedMarkers.flatMap(type => (type === id ? t(`marker_${type}`) : []))
    const texts = [labels[kind](id)]
    // A renamed word or tag may be sought by the name that Thaw has for it.
    if (isKnown(kind, id)) texts.push(label(kind, id))
    return kind === 'word' ? [...texts, ...synonymsIn(synonyms(id))] : texts
  }
  return createFinder({
    ...parts,
    textsOf,
    loadTexts: async () => {
      if (!labels.ready.value) await labels.load()
    },
    pauseIds: [...pauses.map(({ id }) => id), ...retiredPauses],
    locale,
    pause: () => new Promise(resolve => parts.later(0, resolve)),
  })
}
