/** The page model of History: check-ins newest first by month, a page at a time, with edit and delete. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type HistoryMonth, historyEntries, historyMonths } from '../core/history.ts'
import type { PastDraft } from '../core/past.ts'
import type { CheckIn, Id, Session } from '../core/records.ts'
import { type Instant, second } from '../core/time.ts'
import { type FormLists, formChoices } from './check-in-form.ts'
import { createEditing, type Editing } from './editing.ts'
import { createPast, type Past } from './past.ts'
import type { Chance, Changes, Clock, Records, Slot, StoreProblem } from './ports.ts'
import { createRemoving, type Later, type Removal } from './removal.ts'
import { createReread } from './reread.ts'

/** How many check-ins "show older" brings. */
const pageSize = 50

/** How long an addition offers its undo, in milliseconds; it can be deleted for as long as it stands. */
const undoTime = 10 * second

/** `save` where a deletion or its undo failed. */
export type HistoryProblem = { readonly problem: StoreProblem; readonly doing: 'open' | 'save' }

export type History = {
  /** null until the first page is read. */
  readonly months: ReadonlySignal<readonly HistoryMonth[] | null>
  readonly hasOlder: ReadonlySignal<boolean>
  /** What was added on this page and is older than all that is read: it stands after what "show older" would bring. */
  readonly apart: ReadonlySignal<readonly HistoryMonth[]>
  readonly problem: ReadonlySignal<HistoryProblem | null>
  readonly editing: Editing
  readonly past: Past
  /** The check-in that was added last, while its undo is offered. */
  readonly added: ReadonlySignal<Id | null>
  readonly removal: ReadonlySignal<Removal | null>
  /** Reads what is shown again, and offers an undo that was open when the page closed. */
  load(): Promise<void>
  older(): Promise<void>
  /** Keeps what stands in the form for the past, and shows it; null where it could not. */
  add(): Promise<Id | null>
  undoAdd(): Promise<void>
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
  readonly pastDraft: Slot<PastDraft>
  readonly lists: FormLists
  readonly chance: Chance
  readonly changes: Changes
  readonly clock: Clock
  readonly later: Later
  readonly openCheckIn: () => void
}

type Shown = {
  readonly checkIns: readonly CheckIn[]
  readonly sessions: readonly Session[]
  /** Added on this page, and older than those. */
  readonly apart: readonly CheckIn[]
}

/** Past every instant that a calendar can hold. */
const endOfTime: Instant = 8_640_000_000_000_000

export const createHistory = (needs: Needs): History => {
  const { records, changes, clock, later } = needs
  const read = signal<Shown | null>(null)
  const hasOlder = signal(false)
  const readProblem = signal<StoreProblem | null>(null)
  /** What of the person's failed, and how it is tried again. */
  const failed = signal<{ readonly problem: StoreProblem; again(): Promise<void> } | null>(null)
  const removing = createRemoving({ records, kept: needs.removal, clock, later })
  const choices = formChoices(needs.lists)
  const editing = createEditing({ records, changes, later, choices })
  const past = createPast({ ...needs, kept: needs.pastDraft, choices })
  const added = signal<Id | null>(null)
  const addedHere = new Set<Id>()
  let stopAdded = () => {}
  let shown = pageSize

  /** What was added on this page and does not stand among `checkIns`. */
  const readAdded = async (checkIns: readonly CheckIn[]): Promise<readonly CheckIn[]> => {
    const known = new Set(checkIns.map(checkIn => checkIn.id))
    const found = [...addedHere].filter(id => !known.has(id)).map(id => records.get('checkIns', id))
    return (await Promise.all(found)).flatMap(answer => (answer.ok && answer.value) || [])
  }

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
    const others = more ? await readAdded(checkIns) : []
    const oldest = checkIns.at(-1)?.day ?? ''
    readProblem.value = null
    hasOlder.value = more
    read.value = {
      // The oldest day that is read shows all that was added to it.
      checkIns: [...checkIns, ...others.filter(({ day }) => day >= oldest)],
      sessions: sessions.value,
      apart: others.filter(({ day }) => day < oldest),
    }
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

  /** Offers to take the addition back, for a while. */
  const offerUndo = (id: Id | null) => {
    stopAdded()
    added.value = id
    if (id === null) return
    stopAdded = later(undoTime, () => {
      added.value = null
    })
  }

  const removeCheckIn = async (id: Id) => {
    if (added.value === id) offerUndo(null)
    const sessions = read.value?.sessions.filter(session => session.checkInId === id) ?? []
    await remove([
      { store: 'checkIns', id },
      ...sessions.map(session => ({ store: 'sessions', id: session.id }) as const),
    ])
  }

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
    apart: computed(() => historyMonths(historyEntries(read.value?.apart ?? [], [], false))),
    problem: computed(() => {
      if (failed.value) return { problem: failed.value.problem, doing: 'save' }
      return readProblem.value && { problem: readProblem.value, doing: 'open' }
    }),
    editing,
    past,
    added,
    removal: removing.removal,
    load: async () => {
      await Promise.all([removing.resume(), past.load()])
      await readShown()
    },
    older: async () => {
      shown += pageSize
      await readShown()
    },
    add: async () => {
      const id = await past.save()
      if (id === null) return null
      addedHere.add(id)
      offerUndo(id)
      await changed()
      return id
    },
    undoAdd: async () => {
      if (added.value !== null) await removeCheckIn(added.value)
    },
    removeCheckIn,
    removeSession: id => remove([{ store: 'sessions', id }]),
    undo: () => attempt(removing.undo),
    tryAgain: () => failed.value?.again() ?? readShown(),
    checkIn: needs.openCheckIn,
  }
}
