/** What pages remember of the cover before the first question, and the ways between the two. */

const key = 'cover'

/** What a page's address ends with once its cover was opened; a page that is loaded again stands covered again. */
const opened = '#open'

/**
 * Which page the toolbar button opens survives the worker's death, and is forgotten with every restart of the browser, also by a packed
 * extension (measured in Chromium 156 and Firefox 153): until the worker has run, it is the uncovered one. So that page reads this
 * before it draws anything, and shows nothing until then. Workers have no such storage in
 * Chromium; there pages write it.
 */
export const rememberCover = (on: boolean): void => {
  try {
    if (on) localStorage.setItem(key, '')
    else localStorage.removeItem(key)
  } catch {
    // The toolbar button's own page covers all but the first moments.
  }
}

/** Goes to the cover where one stands. True when the page that asks is to draw nothing. */
export const coverFirst = (cover: string): boolean => {
  if (location.hash === opened) {
    history.replaceState(null, '', location.pathname)
    return false
  }
  if (localStorage.getItem(key) === null) return false
  location.replace(cover)
  return true
}

/** Opens what lies under the cover, in its place. */
export const uncover = (page: string): void => location.replace(page + opened)
