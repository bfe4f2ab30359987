/** A deletion that can be taken back for ten seconds, also after the page was opened again. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Id, type StoreName, storeNames } from '../core/records.ts'
import { type Instant, second } from '../core/time.ts'
import type { Clock, Records, Slot, StoreProblem } from './ports.ts'

/** How long a deletion can be taken back, in milliseconds. */
export const undoTime = 10 * second

/** What the last deletion took away, and until when it can come back. */
export type Removal = {
  readonly items: readonly { readonly store: StoreName; readonly id: Id }[]
  readonly until: Instant
}

/** A removal from whatever was stored; null of anything else. */
export const readRemoval = (stored: unknown): Removal | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { items, until } = stored as { readonly [name: string]: unknown }
  if (typeof until !== 'number' || !Array.isArray(items)) return null
  const known: readonly unknown[] = storeNames
  const valid = items.every(
    item =>
      typeof item === 'object' && item !== null && typeof item.id === 'string' && known.includes(item.store),
  )
  return valid ? { items, until } : null
}

/** Runs something after so many milliseconds; gives back the way to call it off. */
export type Later = (milliseconds: number, run: () => void) => () => void

export type Removing = {
  /** The deletion that can be taken back now. */
  readonly removal: ReadonlySignal<Removal | null>
  /** Hides the records; answers with the problem, if there was one. */
  remove(items: Removal['items']): Promise<StoreProblem | null>
  undo(): Promise<StoreProblem | null>
  /** Offers the undo that was still open when the page closed, or makes the deletion final where its time has passed. */
  resume(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'remove' | 'undoRemove' | 'settleRemovals'>
  /** Outlives the page, not the browser. */
  readonly kept: Slot<Removal>
  readonly clock: Clock
  readonly later: Later
}

export const createRemoving = ({ records, kept, clock, later }: Needs): Removing => {
  const removal = signal<Removal | null>(null)
  let stopTimer = () => {}

  const offer = (next: Removal | null) => {
    stopTimer()
    removal.value = next
    if (next === null) return
    stopTimer = later(Math.max(0, next.until - clock.now().epochMilliseconds), () => {
      removal.value = null
      settle()
    })
  }

  /** What fails here, the worker does at its next start. */
  const settle = () => {
    void kept.write(null)
    void records.settleRemovals()
  }

  return {
    removal,
    remove: async items => {
      const until = clock.now().epochMilliseconds + undoTime
      const gone: Removal['items'][number][] = []
      let problem: StoreProblem | null = null
      for (const item of items) {
        const removed = await records.remove(item.store, item.id, until)
        if (!removed.ok) {
          problem = removed.problem
          break
        }
        gone.push(item)
      }
      if (gone.length > 0) {
        const next = { items: gone, until }
        offer(next)
        await kept.write(next)
      }
      return problem
    },
    undo: async () => {
      const current = removal.value
      if (current === null) return null
      // The records come back in the order of their making: nothing shows a session before its check-in.
      for (const { store, id } of current.items) {
        const undone = await records.undoRemove(store, id)
        if (!undone.ok) return undone.problem
      }
      offer(null)
      await kept.write(null)
      return null
    },
    resume: async () => {
      const last = await kept.read()
      if (last === null) return
      if (last.until > clock.now().epochMilliseconds) offer(last)
      else settle()
    },
  }
}
