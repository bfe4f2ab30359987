/** Adding and changing a marker: its form stands until it is saved or emptied, also when the page is opened again. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import {
  isUnfinished,
  type MarkerDraft,
  type MarkerProblems,
  markerDraftOf,
  markerFields,
  newMarkerDraft,
  noMarkerProblems,
  sameMarker,
  withMarkerChanges,
} from '../core/marker.ts'
import { firstDay } from '../core/past.ts'
import type { Id, Marker } from '../core/records.ts'
import { type Day, momentOf } from '../core/time.ts'
import { gone } from './gone.ts'
import type { LearnLinks } from './learn-links.ts'
import { oneAtATime } from './one-at-a-time.ts'
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
  /** Opens the form with what was left in it, or to change a marker. What another form holds waits until this one is done with. */
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
  /** Outlives the page and the browser. */
  readonly kept: Slot<readonly MarkerDraft[]>
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
  /** What was begun and is not done with, last first: a form that takes the place of another lets it wait. */
  const drafts = signal<readonly MarkerDraft[]>([])
  const open = computed(() => drafts.value.find(draft => draft.open) ?? null)
  const problem = signal<StoreProblem | null>(null)
  const begun = signal(false)
  const left = signal(false)
  const asked = signal(false)
  /** The record that this form made last; what stands under another id was written elsewhere. */
  let own: Id | null = null

  const today = (): Day => momentOf(clock.now()).day

  /** Every change is on its way before anything else happens, so that a page that closes now takes nothing with it. */
  const put = (next: readonly MarkerDraft[]) => {
    drafts.value = next
    // A browser that keeps no draft takes nothing from the form, which is on screen.
    kept.write(next.length > 0 ? next : null).catch(() => {})
  }

  /** Puts `next` in the place of the form that stands open. */
  const replace = (next: MarkerDraft | null) =>
    put(drafts.value.flatMap(one => (one === open.value ? (next ?? []) : one)))

  const calm = () => {
    problem.value = null
    asked.value = left.value = false
  }

  const attempt = async (current: MarkerDraft | null): Promise<Id | null> => {
    asked.value = true
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
      problem.value = gone
      return null
    }
    if (saved.value === null) {
      // Another page held the same draft and made something else of it, which stays.
      const id = chance.id(clock.now().epochMilliseconds)
      put(drafts.value.map(one => (one.id === current.id ? { ...one, id } : one)))
      return attempt({ ...current, id })
    }
    calm()
    // What was typed in the meantime stays.
    put(drafts.value.filter(one => one.id !== current.id || !sameMarker(one, current)))
    return current.id
  }

  return {
    open,
    problem,
    begun,
    learn: learn ?? null,
    medication: computed(
      () => marksMedication() || open.value?.type === 'medication' || open.value?.was?.type === 'medication',
    ),
    problems: computed(() => {
      const made = open.value && markerFields(open.value, today())
      if (!made || made.ok) return noMarkerProblems
      const { day, noText, length } = made.problem
      const told = asked.value || (day?.why !== 'none' && left.value)
      return { day: told ? day : null, noText: asked.value && noText, length }
    }),
    days: () => ({ first: firstDay, last: today() }),
    begin: marker => {
      begun.value = true
      calm()
      const waiting = drafts.value.filter(isUnfinished)
      const before = waiting.find(one => (marker ? one.id === marker.id : !one.changes))
      const made = marker ? markerDraftOf(marker) : newMarkerDraft(chance.id(clock.now().epochMilliseconds))
      const others = waiting.filter(one => one !== before).map(one => ({ ...one, open: one.changes }))
      put([{ ...(before ?? made), open: true }, ...others])
    },
    change: part => {
      if (open.value) replace({ ...open.value, ...part })
    },
    leaveDay: typed => {
      if (open.value && open.value.day !== typed) replace({ ...open.value, day: typed })
      left.value = true
    },
    save: oneAtATime(() => attempt(open.value)),
    close: () => {
      const current = open.value
      calm()
      replace(current && !current.changes && isUnfinished(current) ? { ...current, open: false } : null)
    },
    load: async () => {
      const last = await kept.read()
      if (last !== null && drafts.value.length === 0) drafts.value = last
    },
  }
}
