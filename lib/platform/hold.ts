/** Tells the browser, and other contexts of Thaw, that something is under way. What each gives back ends it. */

/** The name of the lock that is held, by any number of contexts at once, while something is open that an update would end. */
export const busy = 'busy'

/** The browser asks before the page is left. */
export const holdPage = (): (() => void) => {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  addEventListener('beforeunload', ask)
  return () => removeEventListener('beforeunload', ask)
}

/**
 * Holds the Web Lock `busy`, shared; a context that wants to know asks for it with `ifAvailable`, or looks at `navigator.locks.query()`.
 * Nobody waits for it, and where the browser refuses nothing else changes. It goes with the page.
 */
export const holdBusy = (): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  navigator.locks.request(busy, { mode: 'shared' }, () => promise).catch(() => {})
  return resolve
}
