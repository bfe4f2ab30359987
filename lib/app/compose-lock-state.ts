/** The composition root of the lock as the frame of a page sees it. */
import { letPageGo } from '../platform/hold.ts'
import { createLog } from '../platform/log.ts'
import { onUse, openAnew } from '../platform/use.ts'
import { composeFrameLock } from './compose-frame-lock.ts'
import { createLockState, goOnByItself, type PageLockState } from './lock-state.ts'
import type { OwnParts, PageParts } from './page-parts.ts'

const leave = () => {
  letPageGo()
  openAnew()
}

/** Lets the page draw and hear. */
const pauseOf =
  ({ later }: Pick<PageParts, 'later'>) =>
  () =>
    new Promise<void>(resolve => void later(0, resolve))

export const composeLockState = (parts: PageParts & OwnParts): PageLockState => {
  const { lock, changes, local, locks, clock } = parts
  return createLockState({
    lock,
    changes,
    onUse,
    openAnew: leave,
    pause: pauseOf(parts),
    log: createLog(local, locks, clock),
  })
}

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
export const careForLock = async (parts: OwnParts & PageParts): Promise<void> => {
  const { lock, local, locks, clock } = parts
  if ((await lock.place.look()) === null) return
  await goOnByItself(await lock.load(), { pause: pauseOf(parts), log: createLog(local, locks, clock) })
}
