/** The composition root of History. */
import { createSlot } from '../platform/slots.ts'
import { formWasOpen, pauseMovesKey } from './form-drafts.ts'
import { createHistory } from './history.ts'
import type { PageParts } from './page-parts.ts'
import { readRemoval } from './removal.ts'

/** `above` ends once what stands above the list is drawn, or cannot be: rows out of sight wait for it. */
export const composeHistory = (parts: PageParts, above: () => Promise<unknown>) =>
  createHistory({
    ...parts,
    removal: createSlot(parts.session, 'removal', readRemoval),
    pause: async () => {
      await above()
      await new Promise<void>(resolve => parts.later(0, resolve))
    },
    // Mostly nothing is left, and then its code is not needed.
    finishMoves: async () => {
      if (!(pauseMovesKey in (await parts.session.get([pauseMovesKey])))) return false
      const { createPauseMoves, readPauseMoves } = await import('./pause-moves.ts')
      const kept = createSlot(parts.session, pauseMovesKey, readPauseMoves)
      return createPauseMoves({ ...parts, kept }).finish()
    },
    formWasOpen: () => formWasOpen(parts),
    // The list comes first: the forms know every word and tag there is, which is much to read.
    loadForms: async () => {
      const { composeHistoryForms } = await import('./compose-history-forms.ts')
      return composeHistoryForms(parts)
    },
  })
