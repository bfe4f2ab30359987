/** The composition root of History. */
import { readMarkerDraft } from '../core/marker.ts'
import { readPastDraft } from '../core/past.ts'
import { createSlot } from '../platform/slots.ts'
import { createHistory } from './history.ts'
import type { PageParts } from './page-parts.ts'
import { readRemoval } from './removal.ts'

export const composeHistory = (parts: PageParts) => {
  const needs = {
    ...parts,
    pastDraft: createSlot(parts.session, 'past', readPastDraft),
    markerDraft: createSlot(parts.session, 'marker', readMarkerDraft),
  }
  return createHistory({
    ...needs,
    removal: createSlot(parts.session, 'removal', readRemoval),
    pause: () => new Promise(resolve => parts.later(0, () => resolve())),
    // The list comes first: the forms know every word and tag there is, which is much to read.
    loadForms: async () => {
      const { composeHistoryForms } = await import('./compose-history-forms.ts')
      return composeHistoryForms(needs)
    },
  })
}
