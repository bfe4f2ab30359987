/** The page model of History: check-ins newest first by month, a page at a time, with edit and delete. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type HistoryMonth, historyEntries, historyMonths } from '../core/history.ts'
import type { CheckIn, Id, Session } from '../core/records.ts'
import type { Instant } from '../core/time.ts'
import { createEditing, type Editing } from './editing.ts'
import type { Changes, Clock, Records, Slot, StoreProblem } from './ports.ts'
import { createRemoving, type Later, type Removal } from './removal.ts'
import { createReread } from './reread.ts'

/** How many check-ins "show older" brings. */
const pageSize = 50

/** `save` where a deletion or its undo failed. */
export type HistoryProblem = { readonly problem: StoreProblem; readonly doing: 'open' | 'save' }

export type History = {
  /** null until the first page is read. */
  readonly months: ReadonlySignal<readonly HistoryMonth[] | null>
  readonly hasOlder: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<HistoryProblem | null>
  readonly editing: Editing
  readonly removal: ReadonlySignal<Removal | null>
  /** Reads what is shown again, and offers an undo that was open when the page closed. */
  load(): Promise<void>
  older(): Promise<void>
  /** Takes a check-in away, and the pauses that came with it. */
  removeCheckIn(id: Id): Promise<void>
  removeSession(id: Id): Promise<void>
  undo(): Promise<void>
  /** Does once more what failed: the deletion, its undo, or the reading. */
  tryAgain(): Promise<void>
  checkIn(): void
}

type Needs = {
  readonly records: Pick<
    Records,
    'get' | 'save' | 'page' | 'between' | 'remove' | 'undoRemove' | 'settleRemovals'
  >
  readonly removal: Slot<Removal>
  readonly changes: Changes
  readonly clock: Clock
  readonly later: Later
  readonly openCheckIn: () => void
}

/** Past every instant that a calendar can hold. */
const endOfTime: Instant = 8_640_000_000_000_000

export const createHistory = (needs: Needs): History => {
  const { records, changes, clock, later } = needs
  const read = signal<{ checkIns: readonly CheckIn[]; sessions: readonly Session[] } | null>(null)
  const hasOlder = signal(false)
  const readProblem = signal<StoreProblem | null>(null)
  /** What of the person's failed, and how it is tried again. */
  const failed = signal<{ readonly problem: StoreProblem; again(): Promise<void> } | null>(null)
  const removing = createRemoving({ records, kept: needs.removal, clock, later })
  const editing = createEditing({ records, changes, later })
  let shown = pageSize

  const readShown = createReread(async () => {
    const page = await records.page('checkIns', { limit: shown + 1 })
    if (!page.ok) {
      readProblem.value = page.problem
      return
    }
    const more = page.value.length > shown
    const checkIns = page.value.slice(0, shown)
    const from = more ? (checkIns.at(-1)?.at ?? 0) : 0
    const sessions = await records.between('sessions', from, endOfTime)
    if (!sessions.ok) {
      readProblem.value = sessions.problem
      return
    }
    readProblem.value = null
    hasOlder.value = more
    read.value = { checkIns, sessions: sessions.value }
  })

  /** Shows the change here at once and tells the other pages. */
  const changed = async () => {
    changes.announce('records')
    await readShown()
  }

  /** The problem stays in sight until it was tried again. */
  const attempt = async (work: () => Promise<StoreProblem | null>): Promise<void> => {
    const problem = await work()
    failed.value = problem && { problem, again: () => attempt(work) }
    await changed()
  }

  const remove = (items: Removal['items']) => attempt(() => removing.remove(items))

  changes.listen(topic => {
    if (topic === 'records') void readShown()
  })

  return {
    months: computed(
      () =>
        read.value &&
        historyMonths(historyEntries(read.value.checkIns, read.value.sessions, !hasOlder.value)),
    ),
    hasOlder,
    problem: computed(() => {
      if (failed.value) return { problem: failed.value.problem, doing: 'save' }
      return readProblem.value && { problem: readProblem.value, doing: 'open' }
    }),
    editing,
    removal: removing.removal,
    load: async () => {
      await removing.resume()
      await readShown()
    },
    older: async () => {
      shown += pageSize
      await readShown()
    },
    removeCheckIn: async id => {
      const sessions = read.value?.sessions.filter(session => session.checkInId === id) ?? []
      await remove([
        { store: 'checkIns', id },
        ...sessions.map(session => ({ store: 'sessions', id: session.id }) as const),
      ])
    },
    removeSession: id => remove([{ store: 'sessions', id }]),
    undo: () => attempt(removing.undo),
    tryAgain: () => failed.value?.again() ?? readShown(),
    checkIn: needs.openCheckIn,
  }
}
