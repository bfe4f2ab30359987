/** The composition root of History's forms. */
import { draftKeys } from '../core/draft-keys.ts'
import { synonymsIn } from '../core/find-words.ts'
import { isUnfinished, readMarkerDrafts } from '../core/marker.ts'
import { holdsSomething, readPastDraft } from '../core/past.ts'
import { locale, synonyms } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { composeDraft } from './compose-draft.ts'
import { composeLearnLinks } from './compose-learn-links.ts'
import { composeOwnWords } from './compose-own-words.ts'
import { pauseMovesKey } from './form-drafts.ts'
import { createHistoryForms } from './history-forms.ts'
import type { PageParts } from './page-parts.ts'
import { readPauseMoves } from './pause-moves.ts'

/** Resolves once the forms are there, with what was left in them. */
export const composeHistoryForms = (parts: PageParts) => {
  const own = composeOwnWords(parts)
  void own.load()
  return createHistoryForms({
    ...parts,
    pastDraft: composeDraft(parts, {
      key: draftKeys.past,
      read: readPastDraft,
      holdsText: holdsSomething,
      isInUse: draft => draft.open && holdsSomething(draft),
    }),
    markerDrafts: composeDraft(parts, {
      key: draftKeys.marker,
      read: readMarkerDrafts,
      holdsText: drafts => drafts.some(isUnfinished),
      isInUse: drafts => drafts.some(draft => draft.open && isUnfinished(draft)),
    }),
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
