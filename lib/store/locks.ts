/** Turns at writing: one at a time across every context of Thaw, or within one where there is no browser. */
import type { Locks } from '../app/ports.ts'
import { createQueue, type Queue } from '../core/queue.ts'

/** Gives a turn back. */
export type Release = () => void

export type Turns = Locks & {
  /** The turn where it is free at this moment, else null; never waits for another's. It is held until it is given back. */
  free?(name: string): Promise<Release | null>
}

/** The browser's locks; a turn that does not come within `patience` milliseconds rejects with TimeoutError. */
export const webLocks = (patience = 60_000): Turns => ({
  exclusive: (name, work) => navigator.locks.request(name, { signal: AbortSignal.timeout(patience) }, work),
  free: name =>
    new Promise((resolve, reject) => {
      navigator.locks
        .request(name, { ifAvailable: true }, lock =>
          lock ? new Promise<void>(release => resolve(release)) : resolve(null),
        )
        .catch(reject)
    }),
})

/** Turns among the callers of this very object. */
export const memoryLocks = (): Turns => {
  /** Those that somebody holds or waits for. */
  const held = new Map<string, { readonly inTurn: Queue; waiting: number }>()
  const exclusive: Locks['exclusive'] = (name, work) => {
    const turn = held.get(name) ?? { inTurn: createQueue(), waiting: 0 }
    held.set(name, turn)
    turn.waiting += 1
    return turn.inTurn(work).finally(() => {
      turn.waiting -= 1
      if (turn.waiting === 0) held.delete(name)
    })
  }
  return {
    exclusive,
    free: name =>
      new Promise(resolve => {
        if (held.has(name)) resolve(null)
        else void exclusive(name, () => new Promise<void>(release => resolve(release)))
      }),
  }
}
