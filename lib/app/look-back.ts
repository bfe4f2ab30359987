/** The page model of the weekly look-back: off until it is asked for, typed text that outlives the page, and those that were kept. */
import { type ReadonlySignal, signal } from '@preact/signals'
import {
  holdsSomething,
  type LookBack,
  type LookBackDraft,
  type LookBackField,
  type LookBackOffer,
  lookBackRecord,
  lookBacksIn,
  noLookBack,
  noOffer,
  tooLongIn,
} from '../core/look-back.ts'
import type { Id } from '../core/records.ts'
import { momentOf } from '../core/time.ts'
import type { Chance, Changes, Clock, Cursor, PageProblem, Records, Slot, StoreProblem } from './ports.ts'
import type { Removal, Removing } from './removal.ts'
import { createReread } from './reread.ts'
import { thrownProblem } from './thrown-problem.ts'

export type LookBackPage = {
  /** null until that is known. */
  readonly on: ReadonlySignal<boolean | null>
  readonly draft: ReadonlySignal<LookBackDraft>
  /** The field that is too long, or `empty` where saving was asked for and nothing was written. */
  readonly wrong: ReadonlySignal<LookBackField | 'empty' | null>
  /** It was kept a moment ago. */
  readonly saved: ReadonlySignal<boolean>
  /** Newest first; null until they are read. */
  readonly kept: ReadonlySignal<readonly LookBack[] | null>
  readonly removal: ReadonlySignal<Removal | null>
  /** It was asked for on another page, and is to have the focus. */
  readonly asked: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<PageProblem | null>
  load(): Promise<void>
  ask(): void
  /** The focus is there. */
  answerAsked(): void
  setOn(on: boolean): Promise<void>
  type(field: LookBackField, text: string): void
  save(): Promise<void>
  remove(id: Id): Promise<void>
  undo(): Promise<void>
  tryAgain(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'page' | 'save'>
  /** Whether it is offered once a week. */
  readonly offer: Slot<LookBackOffer>
  readonly changes: Changes
  readonly clock: Clock
  readonly chance: Chance
  /** Outlives the page and the browser. */
  readonly typed: Slot<LookBackDraft>
  readonly removing: Removing
}

const atATime = 200

export const createLookBack = (needs: Needs): LookBackPage => {
  const { records, offer, changes, clock, chance, typed, removing } = needs
  const on = signal<boolean | null>(null)
  const draft = signal<LookBackDraft>(noLookBack)
  const wrong = signal<LookBackField | 'empty' | null>(null)
  const saved = signal(false)
  const asked = signal(false)
  const kept = signal<readonly LookBack[] | null>(null)
  const problem = signal<PageProblem | null>(null)
  /** The record of what is typed now: saved twice, it is one. */
  let id: Id | null = null
  /** What could not be kept, once more. */
  let again = async (): Promise<void> => {}

  const readKept = async (): Promise<void> => {
    const found: LookBack[] = []
    let before: Cursor | undefined
    do {
      const page = await records.page('reflections', { ...(before && { before }), limit: atATime })
      if (!page.ok) {
        // Of what was switched off, and may hold nothing, a failure is no reason for a word.
        if (on.value) problem.value = { doing: 'open', problem: page.problem }
        return
      }
      found.push(...lookBacksIn(page.value))
      before = page.value.length < atATime ? undefined : page.value.at(-1)
    } while (before)
    if (problem.value?.doing === 'open') problem.value = null
    kept.value = found
  }

  const reread = createReread(async () => {
    on.value = ((await offer.read().catch(() => null)) ?? noOffer).on
    await readKept()
  })

  /** Every change is on its way before anything else happens; a browser that keeps no draft takes nothing from the form. */
  const put = (next: LookBackDraft) => {
    draft.value = next
    typed.write(holdsSomething(next) ? next : null).catch(() => {})
  }

  const save = async () => {
    const current = draft.value
    wrong.value = holdsSomething(current) ? tooLongIn(current) : 'empty'
    if (wrong.value !== null) return
    const moment = momentOf(clock.now())
    id ??= chance.id(moment.at)
    const done = await records.save('reflections', id, () => lookBackRecord(moment, current))
    problem.value = done.ok ? null : { doing: 'save', problem: done.problem }
    again = save
    if (!done.ok) return
    id = null
    // What was typed while it was being kept stays.
    if (draft.value === current) put(noLookBack)
    saved.value = true
    changes.announce('records')
    await reread()
  }

  const told = async (failed: StoreProblem | null) => {
    changes.announce('records')
    await reread()
    again = reread
    problem.value = failed && { doing: 'save', problem: failed }
  }

  changes.listen(topic => {
    if ((topic === 'records' || topic === 'settings') && on.value !== null) void reread()
  })

  const page: LookBackPage = {
    ...{ on, draft, wrong, saved, kept, asked, problem },
    removal: removing.removal,
    load: async () => {
      const left = await typed.read().catch(() => null)
      if (left && !holdsSomething(draft.value)) draft.value = left
      await removing.resume()
      await reread()
    },
    ask: () => {
      asked.value = true
    },
    answerAsked: () => {
      asked.value = false
    },
    setOn: async next => {
      try {
        await offer.write({ ...noOffer, on: next })
      } catch (error) {
        on.value = !next
        again = () => page.setOn(next)
        problem.value = { doing: 'save', problem: thrownProblem(error) }
        return
      }
      problem.value = null
      changes.announce('settings')
      await reread()
    },
    type: (field, text) => {
      saved.value = false
      wrong.value = null
      put({ ...draft.value, [field]: text })
    },
    save,
    remove: async which => told(await removing.remove([{ store: 'reflections', id: which }])),
    undo: async () => told(await removing.undo()),
    tryAgain: () => (problem.value?.doing === 'save' ? again() : reread()),
  }
  return page
}
