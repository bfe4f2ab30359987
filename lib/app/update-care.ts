/** Lets a newer Thaw begin once nobody is in the middle of a check-in, a pause or an import. */
import type { Log, Slot } from './ports.ts'

export type UpdateCarePorts = {
  /** True while a newer Thaw waits; empty once it has begun. */
  readonly waits: Slot<true>
  /** Gives something to give back where nothing is under way, else null; waits for nobody. */
  readonly free: () => Promise<(() => void) | null>
  /** Ends this Thaw, with every page of it, and begins the newer one. */
  readonly reload: () => void
  readonly log: Log
}

export type UpdateCare = {
  /** The browser has a newer Thaw. */
  available(): Promise<void>
  /** At every start of the background: it begins now where it could not before. */
  look(): Promise<void>
}

/** Neither rejects: an update that cannot begin now begins with the browser's next start. */
export const createUpdateCare = ({ waits, free, reload, log }: UpdateCarePorts): UpdateCare => {
  const begin = async () => {
    const release = await free()
    if (release === null) return
    try {
      // Otherwise a browser that keeps the value would begin it again and again.
      await waits.write(null)
      reload()
    } finally {
      release()
    }
  }
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (problem) {
      log.note('update', problem)
    }
  }
  return {
    available: () =>
      attempt(async () => {
        await waits.write(true)
        await begin()
      }),
    look: () =>
      attempt(async () => {
        if ((await waits.read()) === true) await begin()
      }),
  }
}
