/** The check-in that is being edited in place: each answer is kept as it is given, and all can be put back. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { noteAtMost, noteRests } from '../core/check-in.ts'
import { type Edit, editOf, sameEdit, withEdit } from '../core/edit.ts'
import type { CheckIn, Id } from '../core/records.ts'
import { type CheckInForm, type FormChoices, formPresses } from './check-in-form.ts'
import type { Changes, Records, StoreProblem } from './ports.ts'
import type { Later } from './removal.ts'

/** `too-long` is said of the note; the rest comes from the store. */
export type EditProblem = StoreProblem | { readonly kind: 'too-long'; readonly length: number }

export type OpenEdit = {
  readonly id: Id
  readonly edit: Edit
  /** True once something differs from what stood there when it was opened. */
  readonly changed: boolean
  readonly saved: boolean
  readonly problem: EditProblem | null
}

/** Each answer is kept as it is given; the note when typing rests, or by `save`. */
export type Editing = CheckInForm & {
  readonly open: ReadonlySignal<OpenEdit | null>
  start(checkIn: CheckIn): Promise<void>
  /** Keeps what is not kept yet; also "Try again". True when nothing is left to keep. */
  save(): Promise<boolean>
  /** Puts back what stood there when it was opened. */
  putBack(): Promise<void>
  /** Keeps and closes; stays open where keeping fails. */
  close(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'save'>
  readonly changes: Pick<Changes, 'announce'>
  readonly later: Later
  readonly choices: FormChoices
}

const tooLong = (note: string): EditProblem | null =>
  note.length > noteAtMost ? { kind: 'too-long', length: note.length } : null

const storeProblem = (problem: EditProblem | null): EditProblem | null =>
  problem?.kind === 'too-long' ? null : problem

export const createEditing = ({ records, changes, later, choices }: Needs): Editing => {
  const open = signal<OpenEdit | null>(null)
  const find = signal('')
  let first: Edit | null = null
  let keptEdit: Edit | null = null
  let line: Promise<unknown> = Promise.resolve()
  let stopNote = () => {}

  const show = (edit: Edit, problem: EditProblem | null) => {
    const current = open.value
    if (!current || !first || !keptEdit) return
    open.value = {
      ...current,
      edit,
      problem,
      changed: !sameEdit(edit, first),
      saved: sameEdit(edit, keptEdit),
    }
  }

  const keep = async (): Promise<boolean> => {
    const current = open.value
    if (!current || !keptEdit || current.saved) return true
    const { id, edit } = current
    const base = keptEdit
    // A note that is too long is kept on screen and nowhere else, and holds back no other answer.
    const wanted = tooLong(edit.note) ? { ...edit, note: base.note } : edit
    const saved = await records.save('checkIns', id, now => now && withEdit(now, base, wanted))
    if (open.value?.id !== id) return saved.ok
    // What was typed in the meantime stays on screen, and unsaved.
    if (!saved.ok) show(open.value.edit, saved.problem)
    else if (saved.value === null) show(open.value.edit, { kind: 'failed', name: 'gone' })
    else {
      keptEdit = wanted
      show(open.value.edit, tooLong(open.value.edit.note))
      changes.announce('records')
      return wanted === edit
    }
    return false
  }

  /** One write after the other: each starts from what the last one kept. */
  const save = (): Promise<boolean> => {
    stopNote()
    const result = line.then(keep)
    line = result
    return result
  }

  const answer = async (change: Partial<Edit>) => {
    if (!open.value) return
    show({ ...open.value.edit, ...change }, open.value.problem)
    await save()
  }

  const close = async () => {
    if (!(await save())) return
    open.value = null
    first = keptEdit = null
  }

  return {
    open,
    start: async checkIn => {
      if (open.value) await close()
      if (open.value) return
      first = keptEdit = editOf(checkIn)
      find.value = ''
      open.value = { id: checkIn.id, edit: first, changed: false, saved: true, problem: null }
    },
    answer,
    ...formPresses(() => open.value?.edit ?? null, answer),
    ...choices,
    find,
    findWord: typed => {
      find.value = typed
    },
    type: note => {
      if (!open.value) return
      const problem = tooLong(note)
      show({ ...open.value.edit, note }, problem ?? storeProblem(open.value.problem))
      stopNote()
      // One that is too long is not kept, whether typing rests or not.
      if (!problem) stopNote = later(noteRests, () => void save())
    },
    save,
    putBack: async () => {
      if (!first || !open.value) return
      show(first, null)
      await save()
    },
    close,
  }
}
