/** The composition root of History. */
import { synonymsIn } from '../core/find-words.ts'
import { readPastDraft } from '../core/past.ts'
import { label, locale, synonyms } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { createHistory } from './history.ts'
import { createOwnWords } from './own-words.ts'
import type { PageParts } from './page-parts.ts'
import { readRemoval } from './removal.ts'

export const composeHistory = (parts: PageParts) => {
  const own = createOwnWords({
    ...parts,
    names: { words: id => label('word', id), tags: id => label('tag', id) },
    locale,
  })
  void own.load()
  return createHistory({
    ...parts,
    removal: createSlot(parts.session, 'removal', readRemoval),
    pastDraft: createSlot(parts.session, 'past', readPastDraft),
    lists: {
      words: () => own.words.value,
      tags: () => own.tags.value,
      synonymsOf: id => synonymsIn(synonyms(id)),
      locale,
    },
  })
}
