/** Whether a page stands behind its cover, as it finds out before it draws anything. */

export const coverKey = 'cover'

/** What a page's address ends with once its cover was opened; a page that is loaded again stands covered again. */
export const coverOpened = '#open'

/** Goes to the cover where one stands. True when the page that asks is to draw nothing. */
export const coverFirst = (cover: string): boolean => {
  if (location.hash === coverOpened) {
    history.replaceState(null, '', location.pathname)
    return false
  }
  if (localStorage.getItem(coverKey) === null) return false
  location.replace(cover)
  return true
}
