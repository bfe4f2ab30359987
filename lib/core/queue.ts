/** Work of which each piece goes by what the one before it left. */

export type Queue = <Value>(work: () => Promise<Value>) => Promise<Value>

/** Runs one after the other in the order asked. Each gets its own outcome; one that rejects does not stop the next. */
export const createQueue = (): Queue => {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}
