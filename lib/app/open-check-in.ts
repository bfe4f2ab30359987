/** The check-in that is open: its answers, its draft, and the one way in which both are kept. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { goesOn, newCheckIn } from '../core/check-in.ts'
import { type Draft, newDraft } from '../core/draft.ts'
import type { Fields, Id, Session } from '../core/records.ts'
import { type Instant, momentOf } from '../core/time.ts'
import { createKeeper, type Keeper, type Keeping } from './keeper.ts'
import type {
  Chance,
  Changes,
  Clock,
  NudgeStatus,
  Nudges,
  PersonEvent,
  Records,
  Slot,
  Stored,
  StoreProblem,
} from './ports.ts'

export type CheckInFields = Fields<'checkIns'>

export type CheckInPorts = {
  readonly records: Records
  readonly draft: Slot<Draft>
  readonly nudges: Nudges
  readonly changes: Changes
  readonly clock: Clock
  readonly chance: Chance
  /** Calls back once after `milliseconds`; returns the way to call it off. */
  readonly later: (milliseconds: number, call: () => void) => () => void
  /** What a word is called in the language shown. */
  readonly wordLabel: (id: Id) => string
  /** The language shown, a BCP 47 tag. */
  readonly locale: () => string
  /** Closes the popup or window. */
  readonly leave: () => void
}

export type OpenCheckIn = {
  readonly draft: ReadonlySignal<Draft>
  readonly record: ReadonlySignal<CheckInFields>
  readonly keeper: Keeper
  readonly now: () => Instant
  /** A history that cannot be read; null while none is known. */
  readonly trouble: ReadonlySignal<StoreProblem | null>
  /** The history as the rules for the offer need it; reading it is put off until it is asked for. */
  readonly sessions: () => Promise<readonly Session[]>
  /** Goes on with what was left open within 30 minutes, or begins anew. True when something goes on. */
  begin(): Promise<boolean>
  move(change: Partial<Draft>): void
  /** Takes an answer: it shows at once and is kept in the one record of this check-in. */
  answer(change: (record: CheckInFields) => CheckInFields): Promise<Keeping>
  /** Tries once more to keep what could not be kept, or to read what could not be read. */
  tryAgain(): Promise<void>
  /** Tells the nudge machine; the nudge that is shown, or null where the background does not answer. */
  tell(event: PersonEvent): Promise<NudgeStatus | null>
  /** Forgets the draft: the record stands as it is. */
  close(): Promise<void>
}

export const createOpenCheckIn = (ports: CheckInPorts): OpenCheckIn => {
  const now = () => ports.clock.now().epochMilliseconds
  const blank = () => newCheckIn(momentOf(ports.clock.now()), { source: 'popup', nudgeId: null })
  const draft = signal<Draft>(newDraft(now()))
  const record = signal<CheckInFields>(blank())
  const keeper = createKeeper(ports.records, ports.changes)
  const trouble = signal<StoreProblem | null>(null)

  /** The value of an answer from the store; a problem is kept for the screen. */
  const readOrNote = async <Value>(answer: Stored<Value>): Promise<Value | null> => {
    const found = await answer
    if (!found.ok) trouble.value = found.problem
    return found.ok ? found.value : null
  }

  let known: Promise<readonly Session[]> | null = null
  const sessions = () => {
    known ??= readOrNote(ports.records.page('sessions', { limit: 200 })).then(found => found ?? [])
    return known
  }

  const keep = (id: Id, change: (record: CheckInFields) => CheckInFields) => {
    const first = record.value
    return keeper.keep('checkIns', id, current => change(current ?? first))
  }

  let writing = false
  const writeDraft = () => {
    writing = false
    void ports.draft.write(draft.value)
  }

  /** All moves of one press are written as one. */
  const move = (change: Partial<Draft>) => {
    draft.value = { ...draft.value, ...change, touchedAt: now() }
    if (!writing) queueMicrotask(writeDraft)
    writing = true
  }

  /** The record begins at once; that a nudge led to it follows as soon as the background has answered. */
  const firstAnswer = async (id: Id, kept: Promise<unknown>) => {
    const shownId = (await opened)?.shownId
    if (shownId) void keep(id, current => ({ ...current, source: 'nudge', nudgeId: shownId }))
    await kept
    await tell({ kind: 'answered' })
  }

  /** The nudge that is shown, if one led here; a background that does not answer costs nothing else. */
  const tell = (event: PersonEvent): Promise<NudgeStatus | null> => ports.nudges.tell(event).catch(() => null)
  let opened: Promise<NudgeStatus | null> = Promise.resolve(null)

  const finishNote = (left: Draft) => {
    const { checkInId, note } = left
    if (checkInId === null || note === null) return
    void keeper.keep('checkIns', checkInId, current => (current ? { ...current, note } : null))
  }

  const takeUp = async (left: Draft): Promise<boolean> => {
    if (left.checkInId !== null) {
      const found = await readOrNote(ports.records.get('checkIns', left.checkInId))
      if (!found) return false
      record.value = found
    }
    draft.value = left
    return true
  }

  return {
    draft,
    record,
    keeper,
    now,
    trouble,
    sessions,
    move,
    tell,
    begin: async () => {
      opened = tell({ kind: 'opened' })
      const left = await ports.draft.read()
      if (!left) return false
      if (goesOn(left.touchedAt, now())) return takeUp(left)
      finishNote(left)
      await ports.draft.write(null)
      return false
    },
    answer: change => {
      const begun = draft.value.checkInId
      if (begun === null) record.value = blank()
      const id = begun ?? ports.chance.id(record.value.at)
      const kept = keep(id, change)
      record.value = change(record.value)
      if (begun === null) {
        move({ checkInId: id })
        void firstAnswer(id, kept)
      }
      return kept
    },
    tryAgain: async () => {
      known = null
      trouble.value = null
      await Promise.all([keeper.tryAgain(), sessions()])
    },
    close: () => ports.draft.write(null),
  }
}
