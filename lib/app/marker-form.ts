/** Adding and changing a marker: its form stands until it is saved or emptied, also when the page is opened again. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import {
  type MarkerDraft,
  type MarkerProblems,
  markerDraftOf,
  markerFields,
  markerHoldsSomething,
  newMarkerDraft,
  noMarkerProblems,
  sameMarker,
  withMarkerChanges,
} from '../core/marker.ts'
import { firstDay } from '../core/past.ts'
import type { Id, Marker } from '../core/records.ts'
import { type Day, momentOf } from '../core/time.ts'
import type { LearnLinks } from './learn-links.ts'
import type { Chance, Clock, Records, Slot, StoreProblem } from './ports.ts'

export type MarkerForm = {
  /** The draft while its form stands open. */
  readonly open: ReadonlySignal<MarkerDraft | null>
  /** What is to be said about it now: the day once its field was left, the rest once saving was asked for. */
  readonly problems: ReadonlySignal<MarkerProblems>
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** The form was asked for on this page, and is none that stood open when the page was opened. */
  readonly begun: ReadonlySignal<boolean>
  /** A change of medicine can be marked: private, so the person switches it on first. One that is marked as that stays so. */
  readonly medication: ReadonlySignal<boolean>
  /** The way to what Learn says of markers. */
  readonly learn: LearnLinks | null
  /** The first and the last day that can be chosen; the last is today. */
  days(): { readonly first: Day; readonly last: Day }
  /** Opens the form with what was left in it, or to change a marker. */
  begin(marker?: Marker): void
  change(part: Partial<Pick<MarkerDraft, 'day' | 'type' | 'text'>>): void
  /** The field of the day was left with this in it; null where that is a part of a day. */
  leaveDay(typed: string | null): void
  /** Keeps it and empties the form; the id of the marker, or null where something is missing or it could not be kept. */
  save(): Promise<Id | null>
  /** Folds the form; what stands in it stays, unless it was to change a marker. */
  close(): void
  /** Brings back what was typed before the page was opened again. */
  load(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'save'>
  /** Outlives the page, not the browser. */
  readonly kept: Slot<MarkerDraft>
  readonly clock: Clock
  readonly chance: Chance
  /** Whether the tag for a changed medicine can be picked. */
  readonly marksMedication: () => boolean
  readonly learn?: LearnLinks | undefined
}

export const createMarkerForm = ({
  records,
  kept,
  clock,
  chance,
  marksMedication,
  learn,
}: Needs): MarkerForm => {
  const draft = signal<MarkerDraft | null>(null)
  const problem = signal<StoreProblem | null>(null)
  const begun = signal(false)
  const left = signal(false)
  const asked = signal(false)
  /** A new marker that was begun before another one was to be changed. */
  let aside: MarkerDraft | null = null
  /** The record that this form made last; what stands under another id was written elsewhere. */
  let own: Id | null = null
  let saving: Promise<Id | null> | null = null

  const today = (): Day => momentOf(clock.now()).day

  /** Every change is on its way before anything else happens, so that a page that closes now takes nothing with it. */
  const put = (next: MarkerDraft | null) => {
    draft.value = next
    // A browser that keeps no draft takes nothing from the form, which is on screen.
    kept.write(next).catch(() => {})
  }

  const calm = () => {
    problem.value = null
    asked.value = left.value = false
  }

  /** The form is done with; what was begun before it is left in it again, folded. */
  const end = () => {
    calm()
    put(aside && { ...aside, open: false })
    aside = null
  }

  const attempt = async (): Promise<Id | null> => {
    asked.value = true
    const current = draft.value
    const made = current && markerFields(current, today())
    if (!current || !made?.ok) return null
    const saved = await records.save('markers', current.id, now => {
      if (current.changes) return now && withMarkerChanges(now, current, made.value)
      if (now === null) own = current.id
      return now === null || own === current.id || sameMarker(now, made.value) ? made.value : null
    })
    if (!saved.ok) {
      problem.value = saved.problem
      return null
    }
    if (saved.value === null && current.changes) {
      problem.value = { kind: 'failed', name: 'gone' }
      return null
    }
    if (saved.value === null) {
      // Another page held the same draft and made something else of it, which stays.
      put({ ...(draft.value ?? current), id: chance.id(clock.now().epochMilliseconds) })
      return attempt()
    }
    end()
    return current.id
  }

  return {
    open: computed(() => (draft.value?.open ? draft.value : null)),
    problem,
    begun,
    learn: learn ?? null,
    medication: computed(
      () =>
        marksMedication() || draft.value?.type === 'medication' || draft.value?.was?.type === 'medication',
    ),
    problems: computed(() => {
      const made = draft.value && markerFields(draft.value, today())
      if (!made || made.ok) return noMarkerProblems
      const { day, noText, length } = made.problem
      const told = asked.value || (day?.why !== 'none' && left.value)
      return { day: told ? day : null, noText: asked.value && noText, length }
    }),
    days: () => ({ first: firstDay, last: today() }),
    begin: marker => {
      begun.value = true
      calm()
      if (marker) {
        if (draft.value && !draft.value.changes && markerHoldsSomething(draft.value)) aside = draft.value
        put(markerDraftOf(marker))
      } else if (draft.value && !draft.value.changes) put({ ...draft.value, open: true })
      else put(newMarkerDraft(chance.id(clock.now().epochMilliseconds)))
    },
    change: part => {
      if (draft.value) put({ ...draft.value, ...part })
    },
    leaveDay: typed => {
      if (draft.value && draft.value.day !== typed) put({ ...draft.value, day: typed })
      left.value = true
    },
    save: () => {
      saving ??= attempt().finally(() => {
        saving = null
      })
      return saving
    },
    close: () => {
      if (draft.value && !draft.value.changes && markerHoldsSomething(draft.value)) aside = draft.value
      end()
    },
    load: async () => {
      const last = await kept.read()
      if (last !== null && draft.value === null) draft.value = last
    },
  }
}
