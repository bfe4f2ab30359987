/** The composition root of the lock as the frame of a page sees it. */
import { letPageGo } from '../platform/hold.ts'
import { createLog } from '../platform/log.ts'
import { onUse, openAnew } from '../platform/use.ts'
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

/** Goes on with a lock that was put on or taken off and cut off, where it is open. One small read where there is none. */
export const careForLock = async ({ lock, later }: OwnParts & Pick<PageParts, 'later'>): Promise<void> => {
  if ((await lock.place.look()) === null) return
  const found = await lock.load()
  const { state, unfinished } = await found.facts()
  if (state !== 'unlocked' || unfinished === null) return
  await found.finish({ pause: () => new Promise(resolve => void later(0, resolve)) }, 'care')
}
