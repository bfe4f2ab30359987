/** The page model of the Library's Reflect: what was written down, by kind, which kind is open, and what was deleted last. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Id, Reflection } from '../core/records.ts'
import type { KindCounts, ReflectKind } from '../core/reflect-kinds.ts'
import type { Keeper } from './check-in-types.ts'
import { createKeeper, problemIn } from './keeper.ts'
import { pageProblem } from './page-problem.ts'
import type { Changes, Clock, Later, PageProblem, Records, Slot, StoreProblem } from './ports.ts'
import { createReflectionBook } from './reflection-book.ts'
import { createRemoving, type Removal, type Removing } from './removal.ts'

export type ReflectPage = {
  /** Everything that was written down, newest first; null until it is read. */
  readonly all: ReadonlySignal<readonly Reflection[] | null>
  /** How many there are of each kind; null until they are read. */
  readonly counts: ReadonlySignal<KindCounts | null>
  /** The kind that stands open; null for the list of kinds. */
  readonly place: ReadonlySignal<ReflectKind | null>
  /** `save` where something the person did was not kept. */
  readonly problem: ReadonlySignal<PageProblem | null>
  readonly removal: ReadonlySignal<Removal | null>
  /** What every kind writes through, so that one notice says what was not kept. */
  readonly keeper: Keeper
  /** What every kind deletes through, so that one notice leads back. */
  readonly removing: Removing
  load(): Promise<void>
  open(kind: ReflectKind): void
  back(): void
  /** Deletes it; it can be taken back for ten seconds. */
  remove(id: Id): Promise<void>
  undo(): Promise<void>
  /** Does once more what failed. */
  tryAgain(): Promise<void>
}

export type ReflectNeeds = {
  readonly records: Pick<Records, 'page' | 'save' | 'remove' | 'undoRemove' | 'settleRemovals'>
  /** What was deleted last, for as long as it can come back. */
  readonly removal: Slot<Removal>
  readonly changes: Changes
  readonly clock: Clock
  readonly later: Later
}

export const createReflectPage = ({ records, removal, changes, clock, later }: ReflectNeeds): ReflectPage => {
  const rest = () => new Promise<void>(resolve => void later(0, resolve))
  const book = createReflectionBook({ records, changes, rest })
  const keeper = createKeeper(records, changes)
  const removing = createRemoving({ records, kept: removal, clock, later })
  const place = signal<ReflectKind | null>(null)
  /** What was to be deleted or brought back, and was not. */
  const failed = signal<{ readonly problem: StoreProblem; readonly again: () => Promise<void> } | null>(null)

  const attempt = async (work: () => Promise<StoreProblem | null>) => {
    const problem = await work()
    failed.value = problem && { problem, again: () => attempt(work) }
    changes.announce('records')
    await book.load()
  }

  return {
    all: book.all,
    counts: book.counts,
    place,
    removal: removing.removal,
    keeper,
    removing,
    problem: computed(() =>
      pageProblem(failed.value?.problem ?? problemIn(keeper.keeping.value), book.problem.value),
    ),
    load: async () => {
      await Promise.all([removing.resume(), book.load()])
    },
    open: kind => {
      place.value = kind
    },
    back: () => {
      place.value = null
    },
    remove: id => attempt(() => removing.remove([{ store: 'reflections', id }])),
    undo: () => attempt(() => removing.undo()),
    tryAgain: async () => {
      await failed.value?.again()
      await keeper.tryAgain()
      if (book.problem.value) await book.load()
    },
  }
}
