/** The composition root of Patterns, and of the weekly look-back that stands there. */
import { draftKeys } from '../core/draft-keys.ts'
import { holdsSomething, lookBackKey, readLookBackDraft, readOffer } from '../core/look-back.ts'
import { createSlot } from '../platform/slots.ts'
import { composeDraft } from './compose-draft.ts'
import { patternNeeds } from './compose-pattern-needs.ts'
import { createLookBack } from './look-back.ts'
import type { PageParts } from './page-parts.ts'
import { createPatterns, type Patterns } from './patterns.ts'
import { createRemoving, readRemoval } from './removal.ts'

const composeCards = (parts: PageParts): Patterns =>
  createPatterns({
    ...patternNeeds(parts),
    pause: () => new Promise(resolve => parts.later(0, resolve)),
  })

export const composePatterns = (parts: PageParts) => ({
  model: composeCards(parts),
  lookBack: createLookBack({
    ...parts,
    offer: createSlot(parts.local, lookBackKey, readOffer),
    typed: composeDraft(parts, {
      key: draftKeys.lookBack,
      read: readLookBackDraft,
      holdsText: holdsSomething,
      isInUse: holdsSomething,
    }),
    removing: createRemoving({
      ...parts,
      kept: createSlot(parts.session, 'removal-look-back', readRemoval),
    }),
  }),
})
