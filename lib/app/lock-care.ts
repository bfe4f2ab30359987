/** Locks what was left unlocked: after a time without use, and with the system. */
import { lockDue } from '../core/lock.ts'
import type { Instant } from '../core/time.ts'
import type { Lock } from './lock-ports.ts'
import type { Clock, Log } from './ports.ts'

type Needs = {
  readonly lock: Pick<Lock, 'facts' | 'lock'>
  /** When Thaw was used last since it was unlocked. */
  readonly usedAt: () => Promise<Instant | null>
  /** False where the browser does not say. */
  readonly isSystemLocked: () => Promise<boolean>
  readonly clock: Clock
  readonly log: Log
}

export const createLockCare = ({ lock, usedAt, isSystemLocked, clock, log }: Needs) => {
  const due = async (): Promise<Instant | null> => {
    const { state, minutes } = await lock.facts()
    if (state !== 'unlocked') return null
    const used = await usedAt()
    const now = clock.now().epochMilliseconds
    // A clock that was set back must not keep it open for long.
    return lockDue(used === null || used > now ? now : used, minutes)
  }
  return {
    /** When it is to be looked at again; null where time does nothing. */
    due: () =>
      due().catch(problem => {
        log.note('lock', problem)
        return null
      }),

    /** Never rejects. */
    look: async (): Promise<void> => {
      try {
        if ((await lock.facts()).state !== 'unlocked') return
        const at = await due()
        if ((at !== null && at <= clock.now().epochMilliseconds) || (await isSystemLocked()))
          await lock.lock()
      } catch (problem) {
        log.note('lock', problem)
      }
    },
  }
}
