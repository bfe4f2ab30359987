/** Deletes an own pause, and takes the deletion back for ten seconds; one that a session holds keeps its name for it. */
import { isPutAwayPause, type PauseContent, pauseFields } from '../core/own-pause.ts'
import type { Id } from '../core/records.ts'
import { ok } from '../core/result.ts'
import type { Clock, Cursor, Later, Records, Slot, Stored } from './ports.ts'
import { type PutAway, puttingAway } from './put-away.ts'
import { createRemoving, type Removal, type Removing } from './removal.ts'

export type PauseRemovalNeeds = {
  readonly records: Pick<Records, 'get' | 'save' | 'page' | 'remove' | 'undoRemove' | 'settleRemovals'>
  /** Both outlive the page, not the browser. */
  readonly removal: Slot<Removal>
  readonly putAway: Slot<readonly PutAway<PauseContent>[]>
  readonly clock: Clock
  readonly later: Later
}

/** Sessions are read in portions, so that years of them never stand in memory at once. */
const portion = 200

export const createPauseRemoval = (needs: PauseRemovalNeeds): Removing => {
  const isUsed = async (id: Id): Stored<boolean> => {
    let before: Cursor | undefined
    do {
      const found = await needs.records.page('sessions', { limit: portion, ...(before && { before }) })
      if (!found.ok) return found
      if (found.value.some(({ pauseId }) => pauseId === id)) return ok(true)
      before = found.value.at(-1)
    } while (before)
    return ok(false)
  }

  const records = puttingAway<'pauses', PauseContent>(needs, {
    stores: ['pauses'],
    isUsed: (_, id) => isUsed(id),
    isPutAway: isPutAwayPause,
    takenFrom: ({ steps = [], favourite, hidden }) => ({ steps, favourite, hidden }),
    nothing: { steps: [], favourite: false, hidden: true },
    change: (row, content) => ({ ...pauseFields(row), ...content }),
  })
  return createRemoving({ ...needs, records, kept: needs.removal })
}
