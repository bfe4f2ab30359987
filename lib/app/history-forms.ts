/** The forms of History, loaded when the first of them is needed: editing, adding a past check-in, markers. */
import { medicationTag } from '../content/tags.ts'
import type { MarkerDraft } from '../core/marker.ts'
import type { PastDraft } from '../core/past.ts'
import { type FormLists, formChoices } from './check-in-form.ts'
import { createEditing, type Editing } from './editing.ts'
import { createMarkerForm, type MarkerForm } from './marker-form.ts'
import { createPast, type Past } from './past.ts'
import type { PauseMove } from './pause-moves.ts'
import type { Chance, Changes, Clock, Records, Slot } from './ports.ts'
import type { Later } from './removal.ts'

export type HistoryForms = {
  readonly editing: Editing
  readonly past: Past
  readonly marker: MarkerForm
}

type Needs = {
  readonly records: Pick<Records, 'get' | 'save' | 'between'>
  readonly pastDraft: Slot<PastDraft>
  readonly markerDraft: Slot<MarkerDraft>
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
  const forms = {
    editing: createEditing({ ...needs, choices }),
    past: createPast({ ...needs, kept: needs.pastDraft, choices }),
    marker: createMarkerForm({
      ...needs,
      kept: needs.markerDraft,
      learn: needs.lists.learn,
      marksMedication: () => needs.lists.tags().canPick(medicationTag),
    }),
  }
  await Promise.all([forms.past.load(), forms.marker.load()])
  return forms
}
