/** Keeps answers one after another; one that could not be kept waits, and is tried again with the next or on request. */
import { signal } from '@preact/signals'
import type { Keeper, Keeping } from './check-in-types.ts'
import type { Changes, CheckInRecords, StoreProblem } from './ports.ts'

export const createKeeper = (records: Pick<CheckInRecords, 'save'>, changes: Changes): Keeper => {
  const keeping = signal<Keeping>('nothing-yet')
  const waiting: (() => Promise<StoreProblem | null>)[] = []
  let flushing: Promise<Keeping> | null = null

  /** Sets the last word of a flush; what is answered from here on starts the next one. */
  const end = (state: 'kept' | StoreProblem): Keeping => {
    flushing = null
    keeping.value = state
    return state
  }

  const flush = async (): Promise<Keeping> => {
    keeping.value = 'keeping'
    for (let write = waiting[0]; write; write = waiting[0]) {
      const problem = await write()
      if (problem) return end(problem)
      waiting.shift()
      changes.announce('records')
    }
    return end('kept')
  }

  const tryAgain = async (): Promise<Keeping> => {
    if (waiting.length === 0) return keeping.value
    flushing ??= flush()
    return flushing
  }

  return {
    keeping,
    tryAgain,
    keep: (store, id, change, whenKept) => {
      waiting.push(async () => {
        const saved = await records.save(store, id, change)
        if (saved.ok) whenKept?.()
        return saved.ok ? null : saved.problem
      })
      return tryAgain()
    },
  }
}

/** The problem in a state of keeping, if there is one. */
export const problemIn = (keeping: Keeping): StoreProblem | null =>
  typeof keeping === 'string' ? null : keeping
