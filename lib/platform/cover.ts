/** What pages remember of the cover before the first question, and the way out from under it. */
import { coverKey, coverOpened } from './cover-first.ts'

/**
 * Which page the toolbar button opens survives the worker's death, and is forgotten with every restart of the browser, also by a packed
 * extension (measured in Chromium 156 and Firefox 153): until the worker has run, it is the uncovered one. So that page reads this
 * before it draws anything, and shows nothing until then. Workers have no such storage in
 * Chromium; there pages write it.
 */
export const rememberCover = (on: boolean): void => {
  try {
    if (on) localStorage.setItem(coverKey, '')
    else localStorage.removeItem(coverKey)
  } catch {
    // The toolbar button's own page covers all but the first moments.
  }
}

/** Opens what lies under the cover, in its place. */
export const uncover = (page: string): void => location.replace(page + coverOpened)
