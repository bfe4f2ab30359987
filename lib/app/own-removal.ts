/** Deletes an own word or tag, and takes the deletion back for ten seconds. */
import type { ReadonlySignal } from '@preact/signals'
import type { Id } from '../core/records.ts'
import { ok, type Result } from '../core/result.ts'
import { changedRow, isPutAway } from '../core/word-list.ts'
import type { OwnKind } from './own-words.ts'
import type { Clock, Records, StoreProblem } from './ports.ts'
import { type Later, type Removal, undoTime } from './removal.ts'
import { createUndoOffer } from './undo-offer.ts'

export type OwnRemoval = {
  /** The deletion that can be taken back now. */
  readonly removal: ReadonlySignal<Removal | null>
  /**
   * One that no check-in holds leaves nothing behind. One that some hold keeps its name for them, and stands in no list
   * any more. null once it is done.
   */
  remove(kind: OwnKind, id: Id): Promise<StoreProblem | null>
  undo(): Promise<StoreProblem | null>
}

type Needs = {
  readonly records: Pick<Records, 'get' | 'save' | 'days' | 'remove' | 'undoRemove' | 'settleRemovals'>
  readonly clock: Clock
  readonly later: Later
}

export const createOwnRemoval = ({ records, clock, later }: Needs): OwnRemoval => {
  const { removal, offer, undo } = createUndoOffer({ records, later })

  const isUsed = async (kind: OwnKind, id: Id): Promise<Result<boolean, StoreProblem>> => {
    const days = await records.days('0000-01-01', '9999-12-31', { words: true })
    return days.ok ? ok(days.value.some(day => Object.hasOwn(day[kind], id))) : days
  }

  return {
    removal,
    remove: async (kind, id) => {
      const until = clock.now().epochMilliseconds + undoTime
      const next: Removal = { items: [{ store: kind, id }], until }
      const used = await isUsed(kind, id)
      if (!used.ok) return used.problem
      if (!used.value) {
        const removed = await records.remove(kind, id, until)
        if (!removed.ok) return removed.problem
        offer(next, async () => {
          const undone = await records.undoRemove(kind, id)
          return undone.ok ? null : undone.problem
        })
        return null
      }
      const before = await records.get(kind, id)
      if (!before.ok) return before.problem
      const row = before.value
      // Pressed twice, or deleted by another page.
      if (row === null || isPutAway(row)) return null
      const saved = await records.save(
        kind,
        id,
        current => current && changedRow(current, { group: null, hidden: true }),
      )
      if (!saved.ok) return saved.problem
      offer(next, async () => {
        const undone = await records.save(
          kind,
          id,
          current => current && changedRow(current, { group: row.group, hidden: row.hidden }),
        )
        return undone.ok ? null : undone.problem
      })
      return null
    },
    undo,
  }
}
