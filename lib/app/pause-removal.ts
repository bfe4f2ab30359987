/** Deletes an own pause, and takes the deletion back for ten seconds. */
import type { ReadonlySignal } from '@preact/signals'
import { isPutAwayPause, pauseFields } from '../core/own-pause.ts'
import type { Id } from '../core/records.ts'
import { ok } from '../core/result.ts'
import type { Clock, Cursor, Records, Stored, StoreProblem } from './ports.ts'
import { type Later, type Removal, undoTime } from './removal.ts'
import { createUndoOffer } from './undo-offer.ts'

export type PauseRemoval = {
  /** The deletion that can be taken back now. */
  readonly removal: ReadonlySignal<Removal | null>
  /**
   * One that no session holds leaves nothing behind. One that some hold keeps its name for them, and stands in no list
   * any more. null once it is done.
   */
  remove(id: Id): Promise<StoreProblem | null>
  undo(): Promise<StoreProblem | null>
}

export type PauseRemovalNeeds = {
  readonly records: Pick<Records, 'get' | 'save' | 'page' | 'remove' | 'undoRemove' | 'settleRemovals'>
  readonly clock: Clock
  readonly later: Later
}

/** Sessions are read in portions, so that years of them never stand in memory at once. */
const portion = 200

export const createPauseRemoval = ({ records, clock, later }: PauseRemovalNeeds): PauseRemoval => {
  const { removal, offer, undo } = createUndoOffer({ records, later })

  const isUsed = async (id: Id): Stored<boolean> => {
    let before: Cursor | undefined
    do {
      const found = await records.page('sessions', { limit: portion, ...(before && { before }) })
      if (!found.ok) return found
      if (found.value.some(({ pauseId }) => pauseId === id)) return ok(true)
      before = found.value.at(-1)
    } while (before)
    return ok(false)
  }

  return {
    removal,
    remove: async id => {
      const until = clock.now().epochMilliseconds + undoTime
      const next: Removal = { items: [{ store: 'pauses', id }], until }
      const used = await isUsed(id)
      if (!used.ok) return used.problem
      if (!used.value) {
        const removed = await records.remove('pauses', id, until)
        if (!removed.ok) return removed.problem
        offer(next, async () => {
          const undone = await records.undoRemove('pauses', id)
          return undone.ok ? null : undone.problem
        })
        return null
      }
      const before = await records.get('pauses', id)
      if (!before.ok) return before.problem
      const row = before.value
      // Pressed twice, or deleted by another page.
      if (row === null || isPutAwayPause(row)) return null
      const saved = await records.save(
        'pauses',
        id,
        current => current && { ...pauseFields(current), steps: [], favourite: false, hidden: true },
      )
      if (!saved.ok) return saved.problem
      offer(next, async () => {
        const undone = await records.save(
          'pauses',
          id,
          // One that was written anew meanwhile stays as it is.
          current => current && (isPutAwayPause(current) ? pauseFields(row) : null),
        )
        return undone.ok ? null : undone.problem
      })
      return null
    },
    undo,
  }
}
