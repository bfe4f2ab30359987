/**
 * What becomes of an open check-in whose record is changed or deleted elsewhere, and of answers that were left behind. Loaded once that
 * happens: few openings need it.
 */
import type { Answers } from '../core/check-in.ts'
import {
  type Draft,
  endsWithRecord,
  type LeftAnswers,
  type LeftBehind,
  noteIsTooLong,
} from '../core/draft.ts'
import { joinedNote } from '../core/joined-note.ts'
import { makesRecord, patched } from '../core/patch.ts'
import type { CheckIn, Id } from '../core/records.ts'
import type { KeptWriting } from '../core/writing.ts'
import { reflectionOf } from '../core/written-reflection.ts'
import type { OpenCare, OpenInner } from './check-in-types.ts'
import { gone } from './gone.ts'
import { createReread } from './reread.ts'

const answersOf = ({ felt, far, cantTell, words }: Answers) =>
  JSON.stringify([felt, far, cantTell.includes('felt'), cantTell.includes('far'), words])

/** Whether both decide the same. */
const sameAnswers = (one: Answers, other: Answers): boolean => answersOf(one) === answersOf(other)

const isSame = (one: LeftBehind, other: LeftBehind): boolean => JSON.stringify(one) === JSON.stringify(other)

export const createOpenCare = (inner: OpenInner): OpenCare => {
  const { ports, draft, record, trouble, keeper, moment, put, read, isDeleted, isClosed } = inner
  const { inTurn, takeUp, beginAnew, goOn } = inner

  /** A note that is being typed elsewhere came with its draft. */
  let lentNote: string | null = null
  const isTyped = () => draft.value.note !== null && draft.value.note !== lentNote
  const waits = () => keeper.keeping.value !== 'kept' && keeper.keeping.value !== 'nothing-yet'

  /** Goes on as another popup or window does. What is pressed or typed meanwhile stays, and so does what waits here to be kept. */
  const takeOver = async (stored: Draft) => {
    const { note, touchedAt } = draft.value
    const found = stored.checkInId ? await read(stored.checkInId) : null
    if (waits()) {
      draft.value = { ...draft.value, toStart: stored.toStart }
      return
    }
    if ((found && !found.ok) || draft.value.note !== note || draft.value.touchedAt !== touchedAt) return
    draft.value = stored
    lentNote = stored.note
    record.value = patched(found?.value ?? null, stored.unkept ?? {}, moment())
    goOn()
  }
  const followDraft = createReread(async () => {
    const stored = await ports.draft.read()
    if (isClosed()) return
    if (isTyped()) {
      // A pause that was asked for elsewhere starts here all the same.
      if (stored) draft.value = { ...draft.value, toStart: stored.toStart }
    } else if (stored === null) {
      // Where another began anew already, that shows here.
      const other = await inTurn(takeUp)
      if (other) await takeOver(other)
    } else if (stored.touchedAt > draft.value.touchedAt) await takeOver(stored)
  })

  /** Whether the record has them now. */
  const keepAnswers = async ({ checkInId, patch, noteBase }: LeftAnswers): Promise<boolean> => {
    let isTooLong = false
    const kept = await keeper.keep('checkIns', checkInId, current => {
      if (!current) return makesRecord(patch) ? patched(null, patch, moment()) : null
      const note = joinedNote(noteBase, patch.note ?? noteBase, current.note)
      isTooLong = noteIsTooLong(note)
      return isTooLong ? null : patched(current, { ...patch, note }, moment())
    })
    return kept === 'kept' && !isTooLong
  }
  const keepWriting = async (writing: KeptWriting): Promise<boolean> =>
    (await keeper.keep('reflections', writing.id, current => reflectionOf(writing, current, {}))) === 'kept'

  const keepLeftBehind = async (left: LeftBehind) => {
    if (!(await ('writing' in left ? keepWriting(left.writing) : keepAnswers(left)))) return
    const without = (value: Draft): Draft => ({
      ...value,
      earlier: value.earlier.filter(other => !isSame(other, left)),
    })
    await inTurn(async () => {
      const stored = await ports.draft.read()
      draft.value = without(draft.value)
      if (stored === null) return
      // What another popup or window has put into the draft meanwhile stays in it, and what it took from there is gone.
      const isOlder = isClosed() || stored.touchedAt > draft.value.touchedAt
      const newest = isOlder ? without(stored) : draft.value
      await ports.draft.write({ ...newest, toStart: stored.toStart })
    })
  }

  const goneNoMore = () => {
    if (trouble.value?.problem === gone) trouble.value = null
  }
  /**
   * The record `id` was deleted. A note that says something stays, and it is said that it is not kept; else this begins anew,
   * of several that are open the first for all.
   */
  const leaveGone = (id: Id) =>
    inTurn(async () => {
      const stored = await ports.draft.read()
      if (isClosed() || draft.value.checkInId !== id) return
      if (draft.value.note?.trim()) {
        trouble.value = { problem: gone, doing: 'save' }
        return
      }
      goneNoMore()
      if (!endsWithRecord(draft.value)) return
      if (stored !== null && stored.checkInId !== id) return takeOver(stored)
      beginAnew({ ...draft.value, checkInId: null })
      await ports.draft.write(draft.value)
    })
  /** Another popup or window that was pressed since decides anew for all. Under a note that is being typed its offer alone is taken. */
  const decideAnew = () =>
    inTurn(async () => {
      const stored = await ports.draft.read()
      if (isClosed() || stored === null) return
      const { touchedAt, run } = draft.value
      if (stored.touchedAt <= touchedAt) {
        // What runs stays what was offered.
        if (run?.end === null) return
        draft.value = { ...draft.value, offer: null, passedOver: [], touchedAt: moment().at }
      } else if (!isTyped()) return takeOver(stored)
      else {
        const { unkept, offer, passedOver } = stored
        draft.value = { ...draft.value, touchedAt: stored.touchedAt, unkept, offer, passedOver }
      }
      // Where it cannot be written, it holds here all the same.
      await ports.draft.write(draft.value).catch(() => {})
      goOn()
    })
  /** Shows the record as it stands; what is being typed, or waits to be kept, stays. */
  const showRecord = async (found: CheckIn) => {
    const { note, unkept } = draft.value
    const next = patched(found, unkept ?? {}, moment())
    const joined = note !== null && isTyped() ? joinedNote(record.value.note, note, next.note) : note
    if (joined !== note) put({ ...draft.value, note: joined, noteBase: found.note })
    const differs = !sameAnswers(record.value, next)
    record.value = next
    if (differs) await decideAnew()
  }
  /** What was changed, or deleted, on another page shows here. */
  const follow = async () => {
    // What is on its way is read with the rest.
    if (keeper.keeping.value === 'keeping') await keeper.tryAgain()
    const { checkInId } = draft.value
    const shown = record.value
    if (isClosed() || checkInId === null) return
    const found = await read(checkInId)
    if (!found.ok || isClosed() || draft.value.checkInId !== checkInId) return
    if (isDeleted(checkInId, found.value, draft.value.unkept)) await leaveGone(checkInId)
    if (found.value === null) return
    goneNoMore()
    // What was answered meanwhile is told of again once it is kept.
    if (record.value === shown) await showRecord(found.value)
  }

  return { follow, followDraft, leaveGone, keepLeftBehind }
}
