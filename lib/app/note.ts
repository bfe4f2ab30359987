/** The note of a check-in: what stands in the field, and when it goes into the record. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { noteAtLatest, noteRests } from '../core/check-in.ts'
import { noteIsTooLong } from '../core/draft.ts'
import type { CheckInPorts, OpenCheckIn } from './check-in-types.ts'

type NoteView = {
  /** The note as it stands in the field. */
  readonly text: string
  readonly tooLong: boolean
}

export type Note = {
  readonly view: ReadonlySignal<NoteView>
  type(text: string): void
  /** Keeps what was typed; one that is too long stays in the draft. */
  keep(): Promise<void>
}

export const createNote = (open: OpenCheckIn, { later }: Pick<CheckInPorts, 'later'>): Note => {
  const { draft, record, move } = open
  const view = computed(() => {
    const text = draft.value.note ?? record.value.note
    return { text, tooLong: noteIsTooLong(text) }
  })
  let stopRest = () => {}
  let stopLatest: (() => void) | null = null

  const keep = async () => {
    stopRest()
    stopLatest?.()
    stopLatest = null
    const text = draft.value.note
    if (text === null || view.value.tooLong) return
    const kept = await open.answer({ note: text })
    if (kept === 'kept' && draft.value.note === text) move({ note: null })
  }

  return {
    view,
    keep,
    type: text => {
      const { note, noteBase } = draft.value
      move({ note: text, noteBase: note === null ? record.value.note : noteBase })
      stopRest()
      stopRest = later(noteRests, () => void keep())
      // So most of a note is in the history when somebody types without a rest and then closes the popup.
      stopLatest ??= later(noteAtLatest, () => void keep())
    },
  }
}
