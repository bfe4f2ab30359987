/** The composition root of the lock as the frame of a page sees it. */
import { letPageGo } from '../platform/hold.ts'
import { createLog } from '../platform/log.ts'
import { onUse, openAnew } from '../platform/use.ts'
import { composeFrameLock } from './compose-frame-lock.ts'
import { createLockState, type PageLockState } from './lock-state.ts'
import type { OwnParts, PageParts } from './page-parts.ts'

const leave = () => {
  letPageGo()
  openAnew()
}

export const composeLockState = ({
  lock,
  changes,
  local,
  locks,
  clock,
}: PageParts & OwnParts): PageLockState =>
  createLockState({
    lock,
    changes,
    onUse,
    openAnew: leave,
    log: createLog(local, locks, clock),
  })

/** For a page by itself that is open where there is no lock yet: once one comes, that page begins anew as soon as it is locked. */
export const followLock = (parts: PageParts & OwnParts): void => {
  composeFrameLock(parts, async () => {
    const lock = composeLockState(parts)
    await lock.load()
    // A lock may come locked, as with an earlier copy.
    if (lock.state.peek() === 'locked') leave()
  })
}

/** Goes on with putting a lock on or taking it off, where that was cut off and the lock is open. One small read where there is none. */
export const careForLock = async ({ lock, later }: OwnParts & Pick<PageParts, 'later'>): Promise<void> => {
  if ((await lock.place.look()) === null) return
  const found = await lock.load()
  const { state, unfinished } = await found.facts()
  if (state !== 'unlocked' || unfinished === null) return
  await found.finish({ pause: () => new Promise(resolve => void later(0, resolve)) }, 'care')
}
