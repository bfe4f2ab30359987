/** The composition root of the lock as the frame of a page sees it. */
import { createLog } from '../platform/log.ts'
import { onUse, openAnew } from '../platform/use.ts'
import { createLockState, type PageLockState } from './lock-state.ts'
import type { OwnParts, PageParts } from './page-parts.ts'

export const composeLockState = ({
  lock,
  changes,
  local,
  locks,
  clock,
}: PageParts & OwnParts): PageLockState =>
  createLockState({ lock, changes, onUse, openAnew, log: createLog(local, locks, clock) })
