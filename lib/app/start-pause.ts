/** Starts a pause from a page: in the check-in that is open, or in the small window. */
import { type Draft, draftGoesOn, leftBehind, newDraft } from '../core/draft.ts'
import type { Id } from '../core/records.ts'
import { checkInTurn } from '../core/turns.ts'
import type { Chance, Changes, Clock, Locks, Slot } from './ports.ts'

type Needs = {
  readonly draft: Slot<Draft>
  readonly locks: Locks
  readonly clock: Clock
  readonly chance: Chance
  readonly changes: Pick<Changes, 'announce'>
  /** Brings the check-in to the front, in whatever it stands. */
  readonly open: () => Promise<void>
}

/** Rejects where the browser keeps no draft or opens no window. */
export const createStartPause =
  ({ draft, locks, clock, chance, changes, open }: Needs) =>
  async (pauseId: Id): Promise<void> => {
    await locks.exclusive(checkInTurn, async () => {
      const left = await draft.read()
      const now = clock.now().epochMilliseconds
      // What was answered or written long ago waits in it until its records have it.
      const goesOn = left !== null && draftGoesOn(left, now)
      const fresh = { ...newDraft(now, chance.id(now)), earlier: left ? leftBehind(left) : [] }
      await draft.write({ ...(goesOn ? left : fresh), toStart: pauseId, touchedAt: now })
    })
    changes.announce('check-in')
    await open()
  }
