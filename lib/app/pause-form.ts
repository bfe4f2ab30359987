/** The form in which a person writes a pause of their own; what stands in it stays until it is saved or put back. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { OwnPauseProblem } from '../core/own-pause.ts'
import {
  addStep,
  type DraftStep,
  moveStepUp,
  noDrafts,
  type PauseDraft,
  type PauseDrafts,
  removeStep,
  sameDraft,
} from '../core/pause-draft.ts'
import type { Id } from '../core/records.ts'
import type { Slot } from './ports.ts'

export type PauseForm = {
  /** What stands in the form while it is open. */
  readonly open: ReadonlySignal<PauseDraft | null>
  /** Why the last saving was refused, until something else is typed. */
  readonly refused: ReadonlySignal<OwnPauseProblem | null>
  /** Whether putting back would take anything away. */
  readonly changed: ReadonlySignal<boolean>
  /** Whether something is left of a new pause that was begun. */
  readonly begun: ReadonlySignal<boolean>
  /** Opens the form of the pause that `original` is of, with what was left in it. */
  start(id: PauseDraft['id']): void
  type(change: Partial<Pick<PauseDraft, 'name' | 'about'>>): void
  typeStep(key: number, change: Partial<Pick<DraftStep, 'text' | 'seconds'>>): void
  addStep(): void
  removeStep(key: number): void
  moveStepUp(key: number): void
  /** As it was before it was opened for the first time. */
  putBack(): void
  refuse(problem: OwnPauseProblem): void
  /** Folds the form; what stands in it stays. */
  close(): void
  /** `draft` is kept as the pause `id`: the form closes, unless something else was typed meanwhile. */
  saved(draft: PauseDraft, id: Id): void
  /** Its pause was deleted: nothing is left of what was typed. */
  forget(id: Id): void
  /** Brings back what was typed before the page was opened again. */
  load(): Promise<void>
}

type Needs = {
  /** Outlives the page and the browser. */
  readonly kept: Slot<PauseDrafts>
  /** How a pause stands as it is saved; a new one, where there is none of that id. */
  readonly original: (id: PauseDraft['id']) => PauseDraft
}

export const createPauseForm = ({ kept, original }: Needs): PauseForm => {
  const state = signal<PauseDrafts>(noDrafts)
  const refused = signal<OwnPauseProblem | null>(null)

  const draftFor = (id: PauseDraft['id']): PauseDraft | null =>
    state.value.drafts.find(draft => draft.id === id) ?? null
  const open = computed(() => {
    const { open } = state.value
    return open === 'none' ? null : (draftFor(open) ?? original(open))
  })

  /** Every change is on its way before anything else happens, so that a page that closes now takes nothing with it. */
  const put = (next: PauseDrafts) => {
    state.value = next
    refused.value = null
    // A browser that keeps no draft takes nothing from the form, which is on screen.
    kept.write(next.drafts.length > 0 ? next : null).catch(() => {})
  }

  const without = (id: PauseDraft['id']) => state.value.drafts.filter(draft => draft.id !== id)

  const change = (how: (draft: PauseDraft) => PauseDraft) => {
    if (open.value === null) return
    const next = how(open.value)
    put({ ...state.value, drafts: [...without(next.id), next] })
  }

  return {
    open,
    refused,
    changed: computed(() => open.value !== null && !sameDraft(open.value, original(open.value.id))),
    begun: computed(() => {
      const draft = draftFor(null)
      return draft !== null && !sameDraft(draft, original(null))
    }),
    start: id => put({ ...state.value, open: id }),
    type: part => change(draft => ({ ...draft, ...part })),
    typeStep: (key, part) =>
      change(draft => ({
        ...draft,
        steps: draft.steps.map(step => (step.key === key ? { ...step, ...part } : step)),
      })),
    addStep: () => change(addStep),
    removeStep: key => change(draft => removeStep(draft, key)),
    moveStepUp: key => change(draft => moveStepUp(draft, key)),
    putBack: () => {
      if (open.value) put({ ...state.value, drafts: without(open.value.id) })
    },
    refuse: problem => {
      refused.value = problem
    },
    close: () => put({ ...state.value, open: 'none' }),
    saved: (draft, id) => {
      const now = draftFor(draft.id)
      const drafts = without(draft.id)
      const { open } = state.value
      // Typed while it was on its way: it is a change of the pause that there is now.
      if (now && !sameDraft(now, draft)) put({ open: id, drafts: [...drafts, { ...now, id }] })
      else put({ open: open === draft.id ? 'none' : open, drafts })
    },
    forget: id => {
      const { open } = state.value
      put({ open: open === id ? 'none' : open, drafts: without(id) })
    },
    load: async () => {
      const found = await kept.read().catch(() => null)
      // A person who was quicker than the storage goes on with what stands there.
      if (found && state.value === noDrafts) state.value = found
    },
  }
}
