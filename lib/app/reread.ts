/** Runs a reading that may be asked for at any moment: one at a time, and once more where it was asked for meanwhile. */

/** Resolves once a reading that began after the call has ended. */
export const createReread = (read: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null
  let asked = false

  const run = async () => {
    try {
      do {
        asked = false
        await read()
      } while (asked)
    } finally {
      running = null
    }
  }

  return () => {
    asked = true
    running ??= run()
    return running
  }
}
