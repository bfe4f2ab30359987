/** The composition root of History's forms. */
import { synonymsIn } from '../core/find-words.ts'
import type { MarkerDraft } from '../core/marker.ts'
import type { PastDraft } from '../core/past.ts'
import { label, locale, synonyms } from '../platform/i18n.ts'
import { createHistoryForms } from './history-forms.ts'
import { createOwnWords } from './own-words.ts'
import type { PageParts } from './page-parts.ts'
import type { Slot } from './ports.ts'

type Needs = PageParts & { readonly pastDraft: Slot<PastDraft>; readonly markerDraft: Slot<MarkerDraft> }

/** Resolves once the forms are there, with what was left in them. */
export const composeHistoryForms = (needs: Needs) => {
  const own = createOwnWords({
    ...needs,
    names: { words: id => label('word', id), tags: id => label('tag', id) },
    locale,
  })
  void own.load()
  return createHistoryForms({
    ...needs,
    lists: {
      words: () => own.words.value,
      tags: () => own.tags.value,
      synonymsOf: id => synonymsIn(synonyms(id)),
      locale,
    },
  })
}
