/** Turns at writing: one at a time across every context of Thaw, or within one where there is no browser. */
import type { Locks } from '../app/ports.ts'

/** The browser's locks; a turn that does not come within `patience` milliseconds rejects with TimeoutError. */
export const webLocks = (patience = 60_000): Locks => ({
  exclusive: (name, work) => navigator.locks.request(name, { signal: AbortSignal.timeout(patience) }, work),
})

/** Turns among the callers of this very object. */
export const memoryLocks = (): Locks => {
  const last = new Map<string, Promise<unknown>>()
  return {
    exclusive: (name, work) => {
      const turn = (last.get(name) ?? Promise.resolve()).then(work)
      last.set(
        name,
        turn.catch(() => {}),
      )
      return turn
    },
  }
}
