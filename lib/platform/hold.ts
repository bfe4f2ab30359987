/** Tells the browser, and other contexts of Thaw, that something is under way. What each gives back ends it. */

/** The name of the lock that is held, by any number of contexts at once, while something is open that an update would end. */
export const busy = 'busy'

/** What a page hears when it is to be left without being asked. */
const leave = 'leave-unasked'

/** The browser asks before the page is left. */
export const holdPage = (): (() => void) => {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  const letGo = () => {
    removeEventListener('beforeunload', ask)
    removeEventListener(leave, letGo)
  }
  addEventListener('beforeunload', ask)
  addEventListener(leave, letGo)
  return letGo
}

/**
 * Ends every hold of a page of Thaw, this one by default. For a page that may show nothing any longer: one press of "Cancel" would keep
 * it as it is.
 */
export const letPageGo = (page: Window = window): void => void page.dispatchEvent(new Event(leave))

/**
 * Holds the Web Lock `busy`, shared; a context that wants to know asks for it with `ifAvailable`, or looks at `navigator.locks.query()`.
 * Nobody waits for it, and where the browser refuses nothing else changes. It goes with the page.
 */
export const holdBusy = (): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  navigator.locks.request(busy, { mode: 'shared' }, () => promise).catch(() => {})
  return resolve
}
