/** Deletes an own word or tag, and takes the deletion back for ten seconds; one that a check-in holds keeps its name for it. */
import { ok } from '../core/result.ts'
import { changedRow, isPutAway, type WordPlace } from '../core/word-list.ts'
import type { OwnKind } from './own-words.ts'
import type { Clock, Later, Records, Slot } from './ports.ts'
import { type PutAway, puttingAway } from './put-away.ts'
import { createRemoving, type Removal, type Removing } from './removal.ts'

export type OwnRemovalNeeds = {
  readonly records: Pick<Records, 'get' | 'save' | 'days' | 'remove' | 'undoRemove' | 'settleRemovals'>
  /** Both outlive the page, not the browser. */
  readonly removal: Slot<Removal>
  readonly putAway: Slot<readonly PutAway<WordPlace>[]>
  readonly clock: Clock
  readonly later: Later
}

export const createOwnRemoval = (needs: OwnRemovalNeeds): Removing => {
  const records = puttingAway<OwnKind, WordPlace>(needs, {
    stores: ['words', 'tags'],
    isUsed: async (kind, id) => {
      const days = await needs.records.days('0000-01-01', '9999-12-31', { words: true })
      return days.ok ? ok(days.value.some(day => Object.hasOwn(day[kind], id))) : days
    },
    isPutAway,
    takenFrom: ({ group, hidden }) => ({ group, hidden }),
    nothing: { group: null, hidden: true },
    change: changedRow,
  })
  return createRemoving({ ...needs, records, kept: needs.removal })
}
