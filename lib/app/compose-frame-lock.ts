/** The composition root of the lock in the frame of a page. */
import { createFrameLock } from './frame-lock.ts'
import type { OwnParts } from './page-parts.ts'

/** `load` fetches the lock's part of the frame; without a lock it is never fetched. */
export const composeFrameLock = <Frame>({ lock }: OwnParts, load: () => Promise<Frame>) =>
  createFrameLock(lock.place, load)
