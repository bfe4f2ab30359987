/** What a person does on a page and the store may refuse: one thing after another, and what was refused can be tried again. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { createQueue } from '../core/queue.ts'
import type { StoreProblem } from './ports.ts'

export type Attempts = {
  /** What refused the last thing done; null once something was kept. */
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Runs `work` after everything begun before it, and then `done` where nothing was in the way. */
  make(work: () => Promise<StoreProblem | null>, done?: () => void): Promise<void>
  /** Makes the refused one again; false where there is none. */
  again(): Promise<boolean>
}

export const createAttempts = (): Attempts => {
  const problem = signal<StoreProblem | null>(null)
  let repeat: (() => Promise<void>) | null = null
  const inTurn = createQueue()

  const run = async (work: () => Promise<StoreProblem | null>, done?: () => void): Promise<void> => {
    const refused = await work()
    repeat = refused && (() => make(work, done))
    problem.value = refused
    if (refused === null) done?.()
  }

  const make: Attempts['make'] = (work, done) => inTurn(() => run(work, done))

  return {
    problem,
    make,
    again: async () => {
      if (repeat === null) return false
      await repeat()
      return true
    },
  }
}
