/** The composition root of the lock in the frame of a page. */
import { createFrameLock } from './frame-lock.ts'
import type { OwnParts } from './page-parts.ts'

/** `load` brings what the frame shows of it, which pages without a lock do not carry. */
export const composeFrameLock = <Frame>({ lock }: OwnParts, load: () => Promise<Frame>) =>
  createFrameLock(lock.place, load)
