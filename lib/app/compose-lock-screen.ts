/** The composition root of what stands in place of a page while Thaw is locked. */
import { createLog } from '../platform/log.ts'
import { createLockScreen, type LockScreenModel } from './lock-screen.ts'
import type { OwnParts, PageParts } from './page-parts.ts'

export const composeLockScreen = async (parts: PageParts & OwnParts): Promise<LockScreenModel> => {
  const { local, locks, clock, openCheckIn } = parts
  return createLockScreen({
    lock: await parts.lock.load(),
    log: createLog(local, locks, clock),
    openCheckIn,
    adopt: async () => (await import('./compose-kept.ts')).composeAdoptCopy(parts)(),
    loadErase: async () => (await import('./compose-kept.ts')).composeErase(),
  })
}
