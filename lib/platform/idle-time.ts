/** Moments in which a page has nothing else to do. */

/** Resolves in the next one: of a page in sight soon, of one out of sight seldom; at once where the browser tells of none. */
export const whenIdle = (): Promise<void> =>
  new Promise(resolve => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve())
    else setTimeout(resolve)
  })
