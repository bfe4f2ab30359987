/** The page model of Library → Pauses: all pauses there are, to be found, tried, starred, hidden, written and deleted. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type CataloguePause, type Grade, pauseById } from '../content/pauses.ts'
import { findWords } from '../core/find-words.ts'
import { draftOf, newPauseDraft, type PauseDrafts, writtenPause } from '../core/pause-draft.ts'
import { type PauseKind, pauseKinds } from '../core/pause-kinds.ts'
import type { ListedPause } from '../core/pause-list.ts'
import {
  noFilter,
  type PauseFilter,
  type PauseSpan,
  pauseShelf,
  pauseSpans,
  type Shelf,
} from '../core/pause-shelf.ts'
import type { Id } from '../core/records.ts'
import { type Moment, momentOf } from '../core/time.ts'
import { createAttempts } from './attempts.ts'
import { createOfferedPauses, type OfferedPauses } from './offered-pauses.ts'
import type { OwnPauses } from './own-pauses.ts'
import { pageProblem } from './page-problem.ts'
import { createPauseChanges, isPauseProblem, type PauseChangesNeeds } from './pause-changes.ts'
import { createPauseForm, type PauseForm } from './pause-form.ts'
import { createPauseRemoval, type PauseRemovalNeeds } from './pause-removal.ts'
import type { Changes, PageProblem, SettingsStore, Slot } from './ports.ts'
import type { Removal } from './removal.ts'

/** A pause with all that there is to say about it, in the language shown. */
export type LibraryPause = ListedPause & {
  readonly title: string
  readonly about: string | null
  /** What the catalogue says; null for an own pause. */
  readonly known: CataloguePause | null
  readonly grade: Grade | null
}

/** What was done last, to be said once. */
export type LibraryNews = {
  readonly what: 'added' | 'changed' | 'hidden' | 'shown' | 'back'
  readonly title: string
}

export type Library = {
  readonly ready: ReadonlySignal<boolean>
  /** `save` where something the person did was not kept. */
  readonly problem: ReadonlySignal<PageProblem | null>
  readonly shelf: ReadonlySignal<Shelf<LibraryPause>>
  readonly find: ReadonlySignal<string>
  readonly filter: ReadonlySignal<PauseFilter>
  /** Whether anything is sought or filtered. */
  readonly filtering: ReadonlySignal<boolean>
  readonly choices: {
    readonly kinds: readonly PauseKind[]
    readonly spans: readonly PauseSpan[]
    readonly grades: readonly Grade[]
  }
  /** The pause whose details stand open. */
  readonly open: ReadonlySignal<Id | null>
  readonly hiddenUnfolded: ReadonlySignal<boolean>
  readonly offeredUnfolded: ReadonlySignal<boolean>
  readonly form: PauseForm
  readonly offered: OfferedPauses
  readonly removal: ReadonlySignal<Removal | null>
  readonly news: ReadonlySignal<LibraryNews | null>
  /** What a pause is called, also one that was deleted and a session still names. */
  readonly titleOf: (id: Id) => string
  /** Now, for steps that name the day and the time. */
  now(): Moment
  load(): Promise<void>
  seek(text: string): void
  choose(change: Partial<PauseFilter>): void
  /** Nothing is sought or filtered any more. */
  clear(): void
  show(id: Id | null): void
  unfoldHidden(unfolded: boolean): void
  unfoldOffered(unfolded: boolean): void
  /** The last pause that was to start did not open. */
  readonly notStarted: ReadonlySignal<boolean>
  /** Starts the pause, in the small window or wherever a check-in is open. */
  start(id: Id): Promise<void>
  setFavourite(id: Id, on: boolean): Promise<void>
  hide(id: Id, hidden: boolean): Promise<void>
  /** Keeps the open form and closes it; it stays open where it is refused or keeping fails. */
  save(): Promise<void>
  remove(id: Id): Promise<void>
  undo(): Promise<void>
  /** Does once more what failed. */
  tryAgain(): Promise<void>
}

export type LibraryNeeds = Omit<PauseChangesNeeds, 'own' | 'records' | 'changes' | 'nameOf'> &
  Omit<PauseRemovalNeeds, 'records'> & {
    readonly own: OwnPauses
    readonly records: PauseChangesNeeds['records'] & PauseRemovalNeeds['records']
    readonly changes: Changes
    readonly settings: Pick<SettingsStore, 'read' | 'change'>
    /** What is being written outlives the page and the browser. */
    readonly drafts: Slot<PauseDrafts>
    /** What Thaw calls a pause or a kind, and what a message of the catalogue says. */
    readonly texts: {
      readonly title: (id: Id) => string
      readonly kind: (kind: PauseKind) => string
      readonly say: (key: string) => string
    }
    /** Opens the pause with this id, wherever pauses run. Rejects where it cannot. */
    readonly startPause: (id: Id) => Promise<void>
  }

const grades = ['A', 'B', 'B-', 'C', 'D'] as const satisfies readonly Grade[]

export const createLibrary = (needs: LibraryNeeds): Library => {
  const { own, texts, startPause } = needs
  const find = signal('')
  const filter = signal(noFilter)
  const open = signal<Id | null>(null)
  const hiddenUnfolded = signal(false)
  const offeredUnfolded = signal(false)
  const notStarted = signal(false)
  const news = signal<LibraryNews | null>(null)
  const attempts = createAttempts()
  const change = createPauseChanges({ ...needs, nameOf: texts.title })
  const removing = createPauseRemoval(needs)
  const offered = createOfferedPauses({ ...needs, attempts })

  const all = computed(() =>
    own.list.value.all.map((listed): LibraryPause => {
      const { pause, own } = listed
      const known = own ? null : pauseById(pause.id)
      return {
        ...listed,
        title: own ? own.name : texts.title(pause.id),
        about: own ? own.about : texts.say(`pause_${pause.id.replaceAll('-', '_')}_about`),
        known,
        grade: known?.grade ?? null,
      }
    }),
  )
  const byId = computed(() => new Map(all.value.map(one => [one.pause.id, one])))

  const form = createPauseForm({
    kept: needs.drafts,
    original: id => {
      const one = id === null ? undefined : byId.value.get(id)
      if (id === null || !one?.own) return { ...newPauseDraft, id }
      const steps = one.pause.steps.map(({ text, seconds, waits }) => ({
        text,
        seconds: waits ? null : seconds,
      }))
      return draftOf(id, { label: one.own.name, text: one.own.about, steps })
    },
  })

  /** Title, line, what each step says, and the kind: whatever a person may remember of a pause. */
  const found = computed(() =>
    findWords(
      find.value,
      all.value.map(({ pause, title }) => ({ id: pause.id, label: title })),
      needs.locale(),
      id => {
        const one = byId.value.get(id)
        if (!one) return []
        const steps = one.pause.steps.map(({ text }) => (one.own ? text : texts.say(text)))
        return [one.about ?? '', ...steps, texts.kind(one.pause.kind)]
      },
    ),
  )

  const say = (what: LibraryNews['what'], id: Id) => {
    news.value = { what, title: byId.value.get(id)?.title ?? '' }
  }

  const reread = async (): Promise<null> => {
    needs.changes.announce('records')
    await own.load()
    return null
  }

  return {
    ready: own.ready,
    problem: computed(() => pageProblem(attempts.problem.value, own.problem.value ?? offered.problem.value)),
    shelf: computed(() => pauseShelf(all.value, filter.value, found.value)),
    find,
    filter,
    filtering: computed(
      () => found.value !== null || Object.values(filter.value).some(value => value !== null),
    ),
    choices: { kinds: pauseKinds, spans: pauseSpans, grades },
    open,
    hiddenUnfolded,
    offeredUnfolded,
    form,
    offered,
    removal: removing.removal,
    news,
    titleOf: id => own.list.value.nameOf(id) ?? texts.title(id),
    now: () => momentOf(needs.clock.now()),
    load: async () => {
      await Promise.all([own.load(), offered.load(), form.load(), removing.resume()])
    },
    seek: text => {
      find.value = text
    },
    choose: change => {
      filter.value = { ...filter.value, ...change }
    },
    clear: () => {
      find.value = ''
      filter.value = noFilter
    },
    show: id => {
      open.value = id
    },
    unfoldHidden: unfolded => {
      hiddenUnfolded.value = unfolded
    },
    unfoldOffered: unfolded => {
      offeredUnfolded.value = unfolded
    },
    notStarted,
    start: async id => {
      try {
        await startPause(id)
        notStarted.value = false
      } catch {
        notStarted.value = true
      }
    },
    setFavourite: (id, on) => attempts.make(() => change.setFavourite(id, on)),
    hide: (id, hidden) =>
      attempts.make(
        () => change.setHidden(id, hidden),
        () => {
          if (hidden && open.value === id) open.value = null
          say(hidden ? 'hidden' : 'shown', id)
        },
      ),
    save: () =>
      attempts.make(async () => {
        const draft = form.open.value
        if (!draft) return null
        const saved = await change.save(draft.id, writtenPause(draft))
        if (!saved.ok) {
          if (!isPauseProblem(saved.problem)) return saved.problem
          // What cannot be kept as it is, is said in the form; it is no failure of the store's.
          form.refuse(saved.problem)
          return null
        }
        form.saved(draft, saved.value)
        open.value = saved.value
        say(draft.id === null ? 'added' : 'changed', saved.value)
        return null
      }),
    remove: id =>
      attempts.make(async () => {
        // Pressed twice.
        if (!byId.value.has(id)) return null
        const problem = await removing.remove([{ store: 'pauses', id }])
        if (problem) return problem
        // Before it leaves the list: a form without its pause would be one of a new pause.
        form.forget(id)
        if (open.value === id) open.value = null
        return reread()
      }),
    undo: async () => {
      const item = removing.removal.value?.items[0]
      if (!item) return
      await attempts.make(
        async () => (await removing.undo()) ?? reread(),
        () => say('back', item.id),
      )
    },
    tryAgain: async () => {
      if (!(await attempts.again())) await Promise.all([own.load(), offered.load()])
    },
  }
}
