/** Whether someone is there: what the browser says of keys, pointer and lock, never what was typed. */
import { browser } from 'wxt/browser'
import { idleAfter } from '../core/plan.ts'
import { second } from '../core/time.ts'

/** Firefox knows no `locked`. */
export type Presence = 'active' | 'idle' | 'locked'

/** Active where the browser does not say. */
export const presence = async (): Promise<Presence> => {
  try {
    return await browser.idle.queryState(idleAfter / second)
  } catch {
    return 'active'
  }
}

/** Must be called in the worker's first turn. May repeat itself when the worker wakes: a hint to look, not a fact. */
export const onPresence = (changed: () => void): void => {
  browser.idle.onStateChanged.addListener(changed)
}
