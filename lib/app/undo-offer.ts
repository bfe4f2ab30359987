/** One deletion that can be taken back for ten seconds, in whatever way it was made. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Records, StoreProblem } from './ports.ts'
import { type Later, type Removal, undoTime } from './removal.ts'

type TakeBack = () => Promise<StoreProblem | null>

export type UndoOffer = {
  /** The deletion that can be taken back now. */
  readonly removal: ReadonlySignal<Removal | null>
  /** Stands for ten seconds, or until the next one takes its place. */
  offer(removal: Removal, takeBack: TakeBack): void
  /** Takes it back, where it still can be. */
  undo(): Promise<StoreProblem | null>
}

type Needs = { readonly records: Pick<Records, 'settleRemovals'>; readonly later: Later }

export const createUndoOffer = ({ records, later }: Needs): UndoOffer => {
  const removal = signal<Removal | null>(null)
  let back: TakeBack = async () => null
  let stopTimer = () => {}

  return {
    removal,
    offer: (next, takeBack) => {
      stopTimer()
      removal.value = next
      back = takeBack
      stopTimer = later(undoTime, () => {
        removal.value = null
        // What fails here, the worker does at its next start.
        void records.settleRemovals()
      })
    },
    undo: async () => {
      if (removal.value === null) return null
      const problem = await back()
      if (problem !== null) return problem
      stopTimer()
      removal.value = null
      return null
    },
  }
}
