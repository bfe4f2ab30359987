/** A deletion, of one or of many, that can be taken back for ten seconds, also after the page was opened again. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Id, type StoreName, storeNames } from '../core/records.ts'
import { type Instant, second } from '../core/time.ts'
import { gone } from './gone.ts'
import type { Clock, Later, Records, Slot, StoreProblem } from './ports.ts'

/** How long a deletion can be taken back, in milliseconds. */
const undoTime = 10 * second

/** Deleting one of many, or bringing it back, takes a slow device so long at most, in milliseconds. */
const timeForOne = second / 5

/** What the last deletion took away, and until when it can come back. */
export type Removal = {
  readonly items: readonly { readonly store: StoreName; readonly id: Id }[]
  readonly until: Instant
  /** How many entries that was for the person, where it was not one: a check-in and its pauses are one. */
  readonly count?: number
  /** Until when the records themselves can come back, where that is later than the undo is offered. */
  readonly held?: Instant
  /** The one before it, which is offered again once this one came back, for as long as its own time lasts. */
  readonly before?: Removal | null
}

export type RemovalItem = Removal['items'][number]

/** A removal from whatever was stored; null of anything else. */
export const readRemoval = (stored: unknown): Removal | null => {
  const { items, until, count, held, before } = (stored ?? {}) as { readonly [name: string]: unknown }
  if (typeof until !== 'number' || !Array.isArray(items)) return null
  const known: readonly unknown[] = storeNames
  if (!items.every(item => typeof item?.id === 'string' && known.includes(item.store))) return null
  const earlier = readRemoval(before)
  return {
    items,
    until,
    ...(typeof count === 'number' && { count }),
    ...(typeof held === 'number' && { held }),
    ...(earlier && { before: earlier }),
  }
}

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
  /** Hides the records, and `more` that are still looked for; answers with the problem, if there was one. */
  remove(items: Removal['items'], more?: Promise<Removal['items']>): Promise<StoreProblem | null>
  /**
   * As `remove` for many records, which stand for `count` entries; all of them come back with one undo. `gone` is told of those that were
   * hidden, a few at a time.
   */
  removeMany(
    items: Removal['items'],
    count: number,
    gone: (items: readonly RemovalItem[]) => void,
  ): Promise<StoreProblem | null>
  /**
   * Takes the deletion back that is offered, or this one. What did not come back is told: 'gone' where it never will, with all
   * the others brought back.
   */
  undo(which?: Removal | null): Promise<StoreProblem | null>
  /** Offers the undo that was still open when the page closed, or makes the deletion final where its time has passed. */
  resume(): Promise<void>
}

type Needs = {
  /**
   * Where `get` is given, a record that already stands counts as brought back: it was not deleted yet, or another page was quicker.
   */
  readonly records: Pick<Records, 'remove' | 'undoRemove' | 'settleRemovals'> & Partial<Pick<Records, 'get'>>
  /** Outlives the page, not the browser. */
  readonly kept: Slot<Removal>
  readonly clock: Clock
  readonly later: Later
}

/** So many are gone before the list is drawn without them, and the progress with them. */
const toldAtOnce = 20

const isSame = (one: Removal | null, other: Removal): boolean =>
  one !== null && one.until === other.until && one.items[0]?.id === other.items[0]?.id

export const createRemoving = ({ records, kept, clock, later }: Needs): Removing => {
  const removal = signal<Removal | null>(null)
  const progress = signal<RemovalProgress | null>(null)
  /** Those that come back just now: one deletion comes back once at a time. */
  const returning = new Set<Removal>()
  let stopTimer = () => {}

  const now = (): Instant => clock.now().epochMilliseconds

  /** A slot that refuses keeps nothing from being deleted or from coming back: the undo is then lost with the page alone. */
  const keep = (next: Removal | null): Promise<void> => kept.write(next).catch(() => {})

  const readKept = (): Promise<Removal | null> => kept.read().catch(() => null)

  /** Other pages keep their deletions in the same place: only the own one leaves it. */
  const release = async (own: Removal, before: Removal | null = null): Promise<void> => {
    if (isSame(await readKept(), own)) await keep(before)
  }

  /** What fails here, the worker does at its next start. */
  const settle = () => void records.settleRemovals()

  /** No text stays behind: what cannot be offered any more becomes final as soon as its own time has passed. */
  const settleOnceDue = ({ until, held = until }: Removal) => {
    const left = held - now()
    if (left >= 0) later(left + 1, settle)
  }

  const offer = (next: Removal | null) => {
    stopTimer()
    stopTimer = () => {}
    removal.value = next
    if (next === null) return
    stopTimer = later(Math.max(0, next.until - now()), () => {
      removal.value = null
      void end(next)
    })
  }

  /**
   * The removals, latest first, that can still be undone and are not being undone now. The earlier one always expires first.
   */
  const lasting = (last: Removal | null | undefined): Removal | null =>
    last && last.until > now() && !returning.has(last) ? { ...last, before: lasting(last.before) } : null

  /** In the place of one that was offered until now, which becomes final in its own time. */
  const offerInstead = (next: Removal) => {
    if (removal.value !== null) settleOnceDue(removal.value)
    offer(next)
  }

  const end = async (own: Removal): Promise<void> => {
    settle()
    settleOnceDue(own)
    await release(own)
  }

  /** Does it for one after the other, until one fails; many show how far they are. */
  const each = async (
    items: Removal['items'],
    doing: RemovalProgress['doing'],
    work: (item: RemovalItem) => Promise<StoreProblem | null>,
    told: (done: number) => void = () => {},
  ): Promise<{ readonly done: number; readonly problem: StoreProblem | null }> => {
    const shows = items.length > toldAtOnce
    let own: RemovalProgress | null = null
    let done = 0
    let problem: StoreProblem | null = null
    for (const item of items) {
      if (shows && done % toldAtOnce === 0) {
        own = { doing, done, of: items.length }
        progress.value = own
        told(done)
      }
      problem = await work(item)
      if (problem !== null) break
      done += 1
    }
    told(done)
    // Another one may show how far it is by now.
    if (progress.value === own) progress.value = null
    return { done, problem }
  }

  /**
   * Deletes what can come back until `until`. The way back is on its way before anything is hidden, so that it is kept also where
   * the page closes meanwhile: whatever was not deleted by then is none the worse for coming back. Nothing is said to be deleted
   * before it is kept. How many entries that was is kept at the end.
   */
  const removeAll = async (
    items: Removal['items'],
    until: Instant,
    asGone: (went: Removal['items'], begun: Removal) => Removal,
    { told, more }: { told?: (done: number) => void; more?: Promise<Removal['items']> } = {},
  ): Promise<StoreProblem | null> => {
    const hide = async ({ store, id }: RemovalItem) => {
      const removed = await records.remove(store, id, until)
      return removed.ok ? null : removed.problem
    }
    const before = readKept()
    let begun: Removal = { items, until, before: lasting(removal.value) }
    const keeping = keep(begun)
    let { done, problem } = await each(items, 'remove', hide, told)
    await keeping
    if (done === 0) {
      // Nothing went, and what could come back before still can.
      await release(begun, await before)
      return problem
    }
    const late = problem === null ? ((await more) ?? []) : []
    if (late.length > 0) {
      begun = { ...begun, items: [...items, ...late] }
      await keep(begun)
      const then = await each(late, 'remove', hide)
      done += then.done
      problem = then.problem
    }
    const all = begun.items
    const next = asGone(done === all.length ? all : all.slice(0, done), begun)
    offerInstead(next)
    if (next !== begun) await keep(next)
    return problem
  }

  /** 'gone' where it did not come back. */
  const bringBack = async ({ store, id }: RemovalItem): Promise<StoreProblem | null> => {
    const undone = await records.undoRemove(store, id)
    if (!undone.ok) return undone.problem
    if (undone.value) return null
    const standing = await records.get?.(store, id)
    if (standing?.ok === false) return standing.problem
    return standing?.value ? null : gone
  }

  const takeBack = async (current: Removal): Promise<StoreProblem | null> => {
    let lost = 0
    // They come back in the order in which they went, a check-in before its pauses: none of these stands alone in between.
    const { problem } = await each(current.items, 'undo', async item => {
      const failed = await bringBack(item)
      if (failed !== gone) return failed
      // The others come back all the same.
      lost += 1
      return null
    })
    const isOffered = removal.value === current
    if (problem !== null) {
      if (isOffered) offer(current)
      return problem
    }
    const before = lasting(current.before)
    // A deletion that was made meanwhile keeps its own offer.
    if (isOffered) offer(before)
    if (lost === 0) await release(current, before)
    else await end(current)
    return lost === 0 ? null : gone
  }

  return {
    removal,
    progress,
    remove: (items, more) => {
      const until = now() + undoTime
      const asGone = (went: Removal['items'], begun: Removal) =>
        went === begun.items ? begun : { ...begun, items: went }
      return removeAll(items, until, asGone, more && { more })
    },
    removeMany: async (items, count, went) => {
      if (items.length === 0) return null
      // Long enough for deleting all of them, and for bringing them back.
      const held = now() + undoTime + 2 * items.length * timeForOne
      let told = 0
      return removeAll(
        items,
        held,
        (all, begun) => ({
          ...begun,
          items: all,
          until: Math.min(held, now() + undoTime),
          held,
          // Where it stopped half-way nobody can say how many entries that was.
          ...(all.length === items.length && { count }),
        }),
        {
          told: done => {
            if (done > told) went(items.slice(told, done))
            told = done
          },
        },
      )
    },
    undo: async (which = removal.value) => {
      if (which === null || returning.has(which)) return null
      // The offer stands while they come back. The time of the records runs on, and what is too late for it is told.
      if (removal.value === which) stopTimer()
      returning.add(which)
      try {
        return await takeBack(which)
      } finally {
        returning.delete(which)
      }
    },
    resume: async () => {
      const last = await readKept()
      if (last === null) return
      if (last.until > now()) offer(last)
      else await end(last)
    },
  }
}
