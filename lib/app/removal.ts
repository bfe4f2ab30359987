/** A deletion, of one or of many, that can be taken back for ten seconds, also after the page was opened again. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Id, type StoreName, storeNames } from '../core/records.ts'
import { type Instant, second } from '../core/time.ts'
import type { Clock, Records, Slot, StoreProblem } from './ports.ts'

/** How long a deletion can be taken back, in milliseconds. */
export const undoTime = 10 * second

/** Deleting one of many takes a slow device so long at most, in milliseconds: so much later it can still be taken back. */
const timeForOne = second / 5

/** What the last deletion took away, and until when it can come back. */
export type Removal = {
  readonly items: readonly { readonly store: StoreName; readonly id: Id }[]
  readonly until: Instant
  /** How many entries that was for the person, where it was not one: a check-in and its pauses are one. */
  readonly count?: number
}

export type RemovalItem = Removal['items'][number]

/** A removal from whatever was stored; null of anything else. */
export const readRemoval = (stored: unknown): Removal | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { items, until, count } = stored as { readonly [name: string]: unknown }
  if (typeof until !== 'number' || !Array.isArray(items)) return null
  const known: readonly unknown[] = storeNames
  const valid = items.every(
    item =>
      typeof item === 'object' && item !== null && typeof item.id === 'string' && known.includes(item.store),
  )
  if (!valid) return null
  return typeof count === 'number' ? { items, until, count } : { items, until }
}

/** Runs something after so many milliseconds; gives back the way to call it off. */
export type Later = (milliseconds: number, run: () => void) => () => void

/** How far a deletion of many is, or its undo. */
export type RemovalProgress = {
  readonly doing: 'remove' | 'undo'
  readonly done: number
  readonly of: number
}

export type Removing = {
  /** The deletion that can be taken back now. */
  readonly removal: ReadonlySignal<Removal | null>
  /** Set while many are deleted or come back. */
  readonly progress: ReadonlySignal<RemovalProgress | null>
  /** Hides the records; answers with the problem, if there was one. */
  remove(items: Removal['items']): Promise<StoreProblem | null>
  /**
   * The same for many, which stand for `count` entries; all of them come back with one undo. `gone` is told of those that were
   * hidden, a few at a time.
   */
  removeMany(
    items: Removal['items'],
    count: number,
    gone: (items: readonly RemovalItem[]) => void,
  ): Promise<StoreProblem | null>
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

/** So many are gone before the list is drawn without them, and the progress with them. */
const toldAtOnce = 20

export const createRemoving = ({ records, kept, clock, later }: Needs): Removing => {
  const removal = signal<Removal | null>(null)
  const progress = signal<RemovalProgress | null>(null)
  let stopTimer = () => {}

  const now = (): Instant => clock.now().epochMilliseconds

  const offer = (next: Removal | null) => {
    stopTimer()
    removal.value = next
    if (next === null) return
    stopTimer = later(Math.max(0, next.until - now()), () => {
      removal.value = null
      settle()
    })
  }

  /** What fails here, the worker does at its next start. */
  const settle = () => {
    void kept.write(null)
    void records.settleRemovals()
  }

  /** Does it for one after the other, until one fails; many show how far they are. */
  const each = async (
    items: Removal['items'],
    doing: RemovalProgress['doing'],
    work: (item: RemovalItem) => Promise<StoreProblem | null>,
    told: (done: number) => void = () => {},
  ): Promise<{ readonly done: number; readonly problem: StoreProblem | null }> => {
    const shows = items.length > toldAtOnce
    let done = 0
    let problem: StoreProblem | null = null
    for (const item of items) {
      if (shows && done % toldAtOnce === 0) {
        progress.value = { doing, done, of: items.length }
        told(done)
      }
      problem = await work(item)
      if (problem !== null) break
      done += 1
    }
    told(done)
    progress.value = null
    return { done, problem }
  }

  const removeAll = async (
    items: Removal['items'],
    until: Instant,
    told?: (done: number) => void,
  ): Promise<{ readonly gone: Removal['items']; readonly problem: StoreProblem | null }> => {
    const { done, problem } = await each(
      items,
      'remove',
      async ({ store, id }) => {
        const removed = await records.remove(store, id, until)
        return removed.ok ? null : removed.problem
      },
      told,
    )
    return { gone: items.slice(0, done), problem }
  }

  return {
    removal,
    progress,
    remove: async items => {
      const until = now() + undoTime
      const { gone, problem } = await removeAll(items, until)
      if (gone.length > 0) {
        const next = { items: gone, until }
        offer(next)
        await kept.write(next)
      }
      return problem
    },
    removeMany: async (items, count, gone) => {
      if (items.length === 0) return null
      // What is being deleted can come back for all of the time that deleting takes, also where the page closes on the way:
      // whatever was not deleted by then is none the worse for coming back.
      const until = now() + undoTime + items.length * timeForOne
      await kept.write({ items, until, count }).catch(() => {})
      let told = 0
      const removed = await removeAll(items, until, done => {
        if (done > told) gone(items.slice(told, done))
        told = done
      })
      if (removed.gone.length === 0) {
        await kept.write(null)
        return removed.problem
      }
      const all = removed.gone.length === items.length
      const next: Removal = {
        items: removed.gone,
        until: Math.min(until, now() + undoTime),
        // Where it stopped half-way nobody can say how many entries that was.
        ...(all && { count }),
      }
      offer(next)
      await kept.write(next)
      return removed.problem
    },
    undo: async () => {
      const current = removal.value
      if (current === null || progress.value !== null) return null
      // The time that it takes counts for nothing.
      stopTimer()
      // The records come back in the order of their making: nothing shows a session before its check-in.
      const { problem } = await each(current.items, 'undo', async ({ store, id }) => {
        const undone = await records.undoRemove(store, id)
        return undone.ok ? null : undone.problem
      })
      if (problem !== null) {
        offer(current)
        return problem
      }
      offer(null)
      await kept.write(null)
      return null
    },
    resume: async () => {
      const last = await kept.read()
      if (last === null) return
      if (last.until > now()) offer(last)
      else settle()
    },
  }
}
