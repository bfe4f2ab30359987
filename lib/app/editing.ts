/** The check-in that is being edited in place: each answer is kept as it is given, and all can be put back. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { noteAtLatest, noteAtMost, noteRests } from '../core/check-in.ts'
import { type Edit, editOf, keepableEdit, rebasedEdit, sameEdit, withEdit } from '../core/edit.ts'
import {
  clockIn,
  firstDay,
  type Lived,
  livedAt,
  rebasedWhen,
  sameWhen,
  type When,
  type WhenProblem,
  whenOf,
} from '../core/past.ts'
import { createQueue } from '../core/queue.ts'
import type { CheckIn, Id } from '../core/records.ts'
import { type Day, isDay } from '../core/time.ts'
import { type CheckInForm, type FormChoices, formPresses } from './check-in-form.ts'
import { gone } from './gone.ts'
import type { WhenForm } from './past.ts'
import { createPauseMoves, type PauseMove } from './pause-moves.ts'
import type { Changes, Clock, Later, Records, Slot, StoreProblem } from './ports.ts'

/** `too-long` is said of the note; the rest comes from the store. */
type EditProblem = StoreProblem | { readonly kind: 'too-long'; readonly length: number }

export type OpenEdit = {
  readonly id: Id
  readonly edit: Edit
  readonly when: When
  /** What is to be said about the day or the time. */
  readonly whenProblem: WhenProblem | null
  /** The day as it stood there, where it is on no calendar. */
  readonly oddDay: string | null
  /** The zone in which it was lived, where that is not the one of now. */
  readonly otherZone: string | null
  /** True once something differs from what stood there when it was opened. */
  readonly changed: boolean
  readonly saved: boolean
  readonly problem: EditProblem | null
}

/** Each answer is kept as it is given; the note when typing rests, a day or time when its field is left, or by `save`. */
export type Editing = CheckInForm &
  WhenForm & {
    readonly open: ReadonlySignal<OpenEdit | null>
    /** Whether something is on its way to the store. */
    readonly keeping: ReadonlySignal<'keeping' | 'kept'>
    start(checkIn: CheckIn): Promise<void>
    /** Keeps what is not kept yet; also "Try again". True when nothing is left to keep. */
    save(): Promise<boolean>
    /** Puts back what stood there when it was opened. */
    putBack(): Promise<void>
    /** Keeps and closes; stays open where keeping fails, unless it was told that the check-in is gone. */
    close(): Promise<void>
    /**
     * Records changed: what another page changed stands in the form. One of a check-in that is gone closes, or says so where it
     * holds what is kept nowhere.
     */
    follow(): Promise<void>
  }

type Needs = {
  readonly records: Pick<Records, 'get' | 'save' | 'between'>
  readonly pauseMoves: Slot<readonly PauseMove[]>
  readonly changes: Pick<Changes, 'announce'>
  readonly clock: Clock
  readonly later: Later
  readonly choices: FormChoices
}

/** All that the form holds. */
type Stand = { readonly edit: Edit; readonly when: When }

const tooLong = (note: string): EditProblem | null =>
  note.length > noteAtMost ? { kind: 'too-long', length: note.length } : null

const storeProblem = (problem: EditProblem | null): EditProblem | null =>
  problem?.kind === 'too-long' ? null : problem

const sameStand = (one: Stand, other: Stand): boolean =>
  sameEdit(one.edit, other.edit) && sameWhen(one.when, other.when)

const rebased = (mine: Stand, base: Stand, theirs: Stand): Stand => ({
  edit: rebasedEdit(mine.edit, base.edit, theirs.edit),
  when: rebasedWhen(mine.when, base.when, theirs.when),
})

const livedOf = ({ at, zone, day, precision }: Lived): Lived => ({ at, zone, day, precision })

export const createEditing = ({ records, pauseMoves, changes, clock, later, choices }: Needs): Editing => {
  const open = signal<OpenEdit | null>(null)
  const keeping = signal<'keeping' | 'kept'>('kept')
  const find = signal('')
  const moves = createPauseMoves({ records, kept: pauseMoves })
  /** The moment that stood there when it was opened, to the millisecond. */
  let lived: Lived | null = null
  let first: Stand | null = null
  let kept: Stand | null = null
  let lastSave: Promise<unknown> | null = null
  let stopRest = () => {}
  let stopLatest: (() => void) | null = null
  /** Fields of the moment that were left, and whose problems are told from then on. */
  const left = new Set<WhenProblem['field']>()

  const stopNote = () => {
    stopRest()
    stopLatest?.()
    stopLatest = null
  }

  /** The moment that stands in the form, in the zone in which the check-in was lived. */
  const livedIn = (when: When) => {
    if (lived && first && sameWhen(when, first.when)) return { ok: true, value: lived } as const
    return livedAt(when, clockIn(clock.now(), lived?.zone ?? ''))
  }

  const whenProblem = (when: When): WhenProblem | null => {
    const made = livedIn(when)
    return made.ok || !left.has(made.problem.field) ? null : made.problem
  }

  const show = (stand: Stand, problem: EditProblem | null) => {
    const current = open.value
    if (!current || !first || !kept) return
    open.value = {
      ...current,
      ...stand,
      problem,
      whenProblem: whenProblem(stand.when),
      changed: !sameStand(stand, first),
      saved: sameStand(stand, kept),
    }
  }

  const standOf = (checkIn: CheckIn): Stand => ({
    edit: editOf(checkIn),
    when: whenOf(checkIn, clock.now()),
  })

  /** What another page changed since `base` is not put back; what differed from `base` before anything was changed stays so. */
  const takeFirst = (checkIn: CheckIn, base: Stand) => {
    if (!first) return
    const before = rebased(first, base, standOf(checkIn))
    if (!sameWhen(before.when, first.when)) lived = livedOf(checkIn)
    first = before
  }

  /** The check-in as it stands now; what differs from `base` on screen stays so. */
  const takeIn = (checkIn: CheckIn, base: Stand) => {
    if (!open.value) return
    kept = standOf(checkIn)
    show(rebased(open.value, base, kept), open.value.problem)
  }

  const keep = async (): Promise<boolean> => {
    const current = open.value
    if (!current || !kept || (current.saved && !moves.areLeft())) return true
    const { id, edit, when } = current
    const base = kept
    const moment = livedIn(when)
    // What cannot be kept stays on screen and nowhere else, and holds back no other answer.
    let wanted: Stand = { edit, when: moment.ok ? when : base.when }
    let found = null as CheckIn | null
    const moved = moment.ok && !sameWhen(when, base.when) ? moment.value : null
    // A page that closes right after the check-in has moved leaves word of its pauses.
    const before = moved && (await records.get('checkIns', id))
    if (moved && before?.ok && before.value) await moves.plan(before.value, moved.at)
    const saved = await records.save('checkIns', id, now => {
      found = now
      if (!now) return null
      wanted = { ...wanted, edit: keepableEdit(edit, base.edit, now) }
      return { ...withEdit(now, base.edit, wanted.edit), ...moved }
    })
    const along = await moves.run()
    if (open.value?.id !== id) return saved.ok && along === null
    // What was typed in the meantime stays on screen, and unsaved.
    if (!saved.ok) show(open.value, saved.problem)
    else if (saved.value === null) show(open.value, gone)
    else {
      // What a save kept that was said to have failed was changed here, and can be put back.
      if (found) takeFirst(found, sameStand(standOf(found), wanted) ? wanted : base)
      takeIn(saved.value, wanted)
      show(open.value, along ?? tooLong(open.value.edit.note))
      changes.announce('records')
      return along === null && wanted.edit === edit && moment.ok
    }
    return false
  }

  /** One after the other: each starts from what the last one kept or found. */
  const inTurn = createQueue()

  const save = (): Promise<boolean> => {
    stopNote()
    keeping.value = 'keeping'
    const result = inTurn(keep)
    lastSave = result
    const end = () => {
      if (lastSave === result) keeping.value = 'kept'
    }
    result.then(end, end)
    return result
  }

  const answer = async (change: Partial<Edit>) => {
    if (!open.value) return
    // Known before there is anything to draw, which waits for it.
    keeping.value = 'keeping'
    show({ ...open.value, edit: { ...open.value.edit, ...change } }, open.value.problem)
    await save()
  }

  const when = (change: Partial<When>) => {
    if (open.value) show({ ...open.value, when: { ...open.value.when, ...change } }, open.value.problem)
  }

  const end = () => {
    stopNote()
    open.value = null
    first = kept = lived = null
  }

  const close = async () => {
    left.add('day').add('time')
    const wasGone = open.value?.problem === gone
    if (open.value) show(open.value, open.value.problem)
    const isKept = await save()
    // Nothing can be kept in a check-in that is gone; once that was said, the form can be closed.
    if (isKept || (wasGone && open.value?.problem === gone)) end()
  }

  const follow = async () => {
    const id = open.value?.id
    if (id === undefined) return
    const there = await records.get('checkIns', id)
    if (!there.ok || open.value?.id !== id) return
    if (there.value !== null && kept) {
      takeFirst(there.value, kept)
      takeIn(there.value, kept)
      const { edit, problem } = open.value
      show(open.value, tooLong(edit.note) ?? (problem === gone ? null : storeProblem(problem)))
    } else if (open.value.saved) end()
    else show(open.value, gone)
  }

  return {
    open,
    keeping,
    start: async checkIn => {
      if (open.value) await close()
      if (open.value) return
      const now = clock.now()
      const { id, zone, day } = checkIn
      first = kept = standOf(checkIn)
      lived = livedOf(checkIn)
      left.clear()
      find.value = ''
      open.value = {
        id,
        ...first,
        whenProblem: null,
        oddDay: isDay(day) ? null : day,
        otherZone: zone === now.timeZoneId ? null : zone,
        changed: false,
        saved: true,
        problem: null,
      }
    },
    answer,
    ...formPresses(() => open.value?.edit ?? null, answer),
    ...choices,
    find,
    findWord: typed => {
      find.value = typed
    },
    days: (): { first: Day; last: Day } => ({
      first: firstDay,
      last: clockIn(clock.now(), lived?.zone ?? '')
        .toPlainDate()
        .toString(),
    }),
    when: change => {
      when(change)
      // A press that says it all; what is typed counts once its field is left.
      if (change.timeUnknown !== undefined) void save()
    },
    leave: (field, typed) => {
      if (!open.value) return
      left.add(field)
      when(open.value.when[field] === typed ? {} : { [field]: typed })
      if (livedIn(open.value.when).ok) void save()
    },
    type: note => {
      if (!open.value) return
      const problem = tooLong(note)
      const stand = { ...open.value, edit: { ...open.value.edit, note } }
      show(stand, problem ?? storeProblem(open.value.problem))
      stopRest()
      // One that is too long is not kept, whether typing rests or not.
      if (problem) return stopNote()
      stopRest = later(noteRests, () => void save())
      // The page may lock or close while somebody types without a rest.
      stopLatest ??= later(noteAtLatest, () => void save())
    },
    save,
    putBack: async () => {
      if (!first || !open.value) return
      show(first, null)
      await save()
    },
    close,
    follow: () => inTurn(follow),
  }
}
