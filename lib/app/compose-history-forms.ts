/** The composition root of History's forms. */
import { synonymsIn } from '../core/find-words.ts'
import { readMarkerDrafts } from '../core/marker.ts'
import { readPastDraft } from '../core/past.ts'
import { label, locale, synonyms } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { composeLearnLinks } from './compose-learn-links.ts'
import { draftKeys, pauseMovesKey } from './form-drafts.ts'
import { createHistoryForms } from './history-forms.ts'
import { createOwnWords } from './own-words.ts'
import type { PageParts } from './page-parts.ts'
import { readPauseMoves } from './pause-moves.ts'

/** Resolves once the forms are there, with what was left in them. */
export const composeHistoryForms = (parts: PageParts) => {
  const own = createOwnWords({
    ...parts,
    names: { words: id => label('word', id), tags: id => label('tag', id) },
    locale,
  })
  void own.load()
  return createHistoryForms({
    ...parts,
    pastDraft: createSlot(parts.session, draftKeys.past, readPastDraft),
    markerDrafts: createSlot(parts.session, draftKeys.marker, readMarkerDrafts),
    pauseMoves: createSlot(parts.session, pauseMovesKey, readPauseMoves),
    lists: {
      words: () => own.words.value,
      tags: () => own.tags.value,
      synonymsOf: id => synonymsIn(synonyms(id)),
      locale,
      learn: composeLearnLinks(parts.session),
    },
  })
}
