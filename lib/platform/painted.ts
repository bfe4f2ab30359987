/** When what was drawn first has come into sight. */

/** A window that is covered by others paints nothing, in milliseconds. */
const patience = 500

/**
 * Resolves once something of the page is in sight, or it is known that nothing will be soon. What is asked for after that
 * does not hold it up (https://w3c.github.io/paint-timing/#first-contentful-paint).
 */
export const painted = (): Promise<void> =>
  new Promise(resolve => {
    if (document.visibilityState === 'hidden') return resolve()
    const observer = new PerformanceObserver(list => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve()
    })
    observer.observe({ type: 'paint', buffered: true })
    setTimeout(resolve, patience)
  })
