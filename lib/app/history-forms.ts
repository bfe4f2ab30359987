/** The forms of History, loaded when the first of them is needed: editing, adding a past check-in, markers. */
import { computed } from '@preact/signals'
import { medicationTag } from '../content/tags.ts'
import type { MarkerDraft } from '../core/marker.ts'
import type { PastDraft } from '../core/past.ts'
import { type FormLists, formChoices } from './check-in-form.ts'
import { createEditing, type Editing } from './editing.ts'
import { heldLists, type Lists } from './held-list.ts'
import { createMarkerForm, type MarkerForm } from './marker-form.ts'
import { createPast, type Past } from './past.ts'
import type { PauseMove } from './pause-moves.ts'
import type { Chance, Changes, Clock, Later, Records, Slot } from './ports.ts'

export type HistoryForms = {
  readonly editing: Editing
  readonly past: Past
  readonly marker: MarkerForm
  /** The lists, in which what is edited stays where it stands. */
  hold(lists: Lists): Lists
}

type Needs = {
  readonly records: Pick<Records, 'get' | 'save' | 'between'>
  readonly pastDraft: Slot<PastDraft>
  readonly markerDrafts: Slot<readonly MarkerDraft[]>
  readonly pauseMoves: Slot<readonly PauseMove[]>
  readonly lists: FormLists
  readonly chance: Chance
  readonly changes: Changes
  readonly clock: Clock
  readonly later: Later
}

/** Resolves once what was left in the forms stands in them again. */
export const createHistoryForms = async (needs: Needs): Promise<HistoryForms> => {
  const choices = formChoices(needs.lists)
  const editing = createEditing({ ...needs, choices })
  const openId = computed(() => editing.open.value?.id ?? null)
  const forms: HistoryForms = {
    editing,
    past: createPast({ ...needs, kept: needs.pastDraft, choices }),
    marker: createMarkerForm({
      ...needs,
      kept: needs.markerDrafts,
      learn: needs.lists.learn,
      marksMedication: () => needs.lists.tags().canPick(medicationTag),
    }),
    hold: lists => heldLists(lists, openId),
  }
  await Promise.all([forms.past.load(), forms.marker.load()])
  return forms
}
