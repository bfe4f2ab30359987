/** Moments in which a page has nothing else to do. */
import { second } from '../core/time.ts'

/** A page out of sight, or a busy one, may wait long for such a moment. */
const patience = second

/** Resolves in the next one, and after a second in any case, so that small work comes to its end. */
export const whenIdle = (): Promise<void> =>
  new Promise(resolve => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: patience })
    else setTimeout(resolve)
  })
