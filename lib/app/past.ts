/** Adding a check-in of the past: its form stands until it is saved or emptied, also when the page is opened again. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Edit, editOf, sameEdit } from '../core/edit.ts'
import {
  firstDay,
  holdsSomething,
  newPastDraft,
  type PastDraft,
  type PastProblems,
  pastCheckIn,
  type When,
  type WhenProblem,
} from '../core/past.ts'
import type { Fields, Id } from '../core/records.ts'
import type { Day } from '../core/time.ts'
import { type CheckInForm, type FormChoices, formPresses } from './check-in-form.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Chance, Clock, Records, Slot, StoreProblem } from './ports.ts'

/** The fields of a day and a time. */
export type WhenForm = {
  /** The first and the last day that can be chosen; the last is today. */
  days(): { readonly first: Day; readonly last: Day }
  when(change: Partial<When>): void
  /** The field was left with this in it; null where that is a part of a day or time. */
  leave(field: WhenProblem['field'], typed: string | null): void
}

export type Past = CheckInForm &
  WhenForm & {
    /** The draft while its form stands open. */
    readonly open: ReadonlySignal<PastDraft | null>
    /** What is to be said about it now: a day or a time once its field was left, the rest once saving was asked for. */
    readonly problems: ReadonlySignal<PastProblems>
    readonly problem: ReadonlySignal<StoreProblem | null>
    /** The form was asked for on this page, and is none that stood open when the page was opened. */
    readonly begun: ReadonlySignal<boolean>
    /** Whether "Start again" would take anything away. */
    readonly holdsSomething: ReadonlySignal<boolean>
    /** Whether "Start again" can be taken back: until something is typed. */
    readonly canBringBack: ReadonlySignal<boolean>
    /** Opens the form, with what was left in it. */
    begin(): void
    /** Keeps it and empties the form; the id of the new check-in, or null where something is missing or it could not be kept. */
    save(): Promise<Id | null>
    /** Folds the form; what stands in it stays. */
    close(): void
    startAgain(): void
    bringBack(): void
    /** Brings back what was typed before the page was opened again. */
    load(): Promise<void>
  }

type Needs = {
  readonly records: Pick<Records, 'get' | 'save'>
  /** Outlives the page and the browser. */
  readonly kept: Slot<PastDraft>
  readonly clock: Clock
  readonly chance: Chance
  readonly choices: FormChoices
}

/** Whether both say the same of the same time. */
const saysSame = (one: Fields<'checkIns'>, other: Fields<'checkIns'>): boolean =>
  one.at === other.at &&
  one.day === other.day &&
  one.precision === other.precision &&
  sameEdit(editOf(one), editOf(other))

const nothingLeft = { day: false, time: false }

export const createPast = ({ records, kept, clock, chance, choices }: Needs): Past => {
  const draft = signal<PastDraft | null>(null)
  const problem = signal<StoreProblem | null>(null)
  const begun = signal(false)
  const left = signal<{ readonly day: boolean; readonly time: boolean }>(nothingLeft)
  const asked = signal(false)
  /** What "Start again" took away. */
  const emptied = signal<PastDraft | null>(null)
  /** The record that this form made last; what stands under another id was written elsewhere. */
  let own: Id | null = null

  /** Every change is on its way before anything else happens, so that a page that closes now takes nothing with it. */
  const put = (next: PastDraft | null) => {
    draft.value = next
    // A browser that keeps no draft takes nothing from the form, which is on screen.
    kept.write(next).catch(() => {})
  }

  const change = (part: Partial<PastDraft>) => {
    if (!draft.value) return
    emptied.value = null
    put({ ...draft.value, ...part })
  }

  const when = (part: Partial<When>) => {
    if (draft.value) change({ when: { ...draft.value.when, ...part } })
  }

  const answer = async (part: Partial<Edit>) => {
    if (draft.value) change({ edit: { ...draft.value.edit, ...part } })
  }

  const freshId = (): Id => chance.id(clock.now().epochMilliseconds)

  const fresh = (): PastDraft => newPastDraft(freshId())

  /** The same draft under an id of its own, also where the form was begun anew meanwhile. */
  const renewed = (current: PastDraft): PastDraft => {
    const id = freshId()
    if (draft.value?.id !== current.id) return { ...current, id }
    const next = { ...draft.value, id }
    put(next)
    return next
  }

  /** Nothing is said about what was typed before. */
  const calm = () => {
    problem.value = null
    asked.value = false
    left.value = nothingLeft
  }

  const attempt = async (): Promise<Id | null> => {
    asked.value = true
    let current = draft.value
    while (current) {
      const { id }: PastDraft = current
      const made = pastCheckIn(current, clock.now())
      if (!made.ok) return null
      const saved = await records.save('checkIns', id, now => {
        if (now === null) own = id
        return now === null || own === id || saysSame(now, made.value) ? made.value : null
      })
      if (!saved.ok) {
        problem.value = saved.problem
        return null
      }
      // Another page held the same draft and made something else of it, which stays.
      if (saved.value === null) {
        current = renewed(current)
        continue
      }
      // What was typed while this was on its way is kept too, in the same record.
      if (draft.value !== current && draft.value?.id === id) {
        current = draft.value
        continue
      }
      if (draft.value === current) put(null)
      calm()
      return id
    }
    return null
  }

  return {
    ...choices,
    open: computed(() => (draft.value?.open ? draft.value : null)),
    find: computed(() => draft.value?.find ?? ''),
    problem,
    begun,
    holdsSomething: computed(() => draft.value !== null && holdsSomething(draft.value)),
    canBringBack: computed(() => emptied.value !== null),
    problems: computed(() => {
      const made = draft.value && pastCheckIn(draft.value, clock.now())
      if (!made || made.ok) return { when: null, noteLength: null, nothingSaid: false }
      const { when, noteLength, nothingSaid } = made.problem
      const told = asked.value || (when !== null && when.why !== 'none' && left.value[when.field])
      return { when: told ? when : null, noteLength, nothingSaid: asked.value && nothingSaid }
    }),
    days: () => ({ first: firstDay, last: clock.now().toPlainDate().toString() }),
    begin: () => {
      begun.value = true
      put(draft.value ? { ...draft.value, open: true } : fresh())
    },
    when,
    leave: (field, typed) => {
      if (draft.value && draft.value.when[field] !== typed) when({ [field]: typed })
      left.value = { ...left.value, [field]: true }
    },
    answer,
    ...formPresses(() => draft.value?.edit ?? null, answer),
    type: note => void answer({ note }),
    findWord: find => change({ find }),
    save: oneAtATime(attempt),
    close: () => {
      calm()
      emptied.value = null
      put(draft.value && holdsSomething(draft.value) ? { ...draft.value, open: false } : null)
    },
    startAgain: () => {
      calm()
      emptied.value = draft.value
      put(fresh())
    },
    bringBack: () => {
      if (!emptied.value) return
      put(emptied.value)
      emptied.value = null
    },
    load: async () => {
      const last = await kept.read()
      if (last === null || draft.value) return
      const there = await records.get('checkIns', last.id)
      // A page that closed the moment after saving left a draft behind that is in the history already.
      if (there.ok && there.value && sameEdit(editOf(there.value), last.edit)) put(null)
      else draft.value = last
    },
  }
}
