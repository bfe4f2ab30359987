/** Work that is not begun twice at once. */

/** Whoever asks while it runs gets the outcome of that run; whoever asks after that, of another one. */
export const oneAtATime = <Value>(work: () => Promise<Value>): (() => Promise<Value>) => {
  let running: Promise<Value> | null = null
  return () => {
    running ??= work().finally(() => {
      running = null
    })
    return running
  }
}
