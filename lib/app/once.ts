/** Makes or loads something when it is first asked for. */

/** What was made stays. Rejects as `make` does, and whoever asks after that tries again. */
export const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | null = null
  return () => {
    made ??= make().catch(problem => {
      made = null
      throw problem
    })
    return made
  }
}
