/** The check-in that is open: its answers, its draft, and the one way in which both are kept. */
import { signal } from '@preact/signals'
import { type CheckInFields, newCheckIn, sessionsRead } from '../core/check-in.ts'
import { type Draft, draftGoesOn, leftBehind, newDraft, rejoined } from '../core/draft.ts'
import { makesRecord, type Patch, patched, readPatch } from '../core/patch.ts'
import type { CheckIn, Id, Session } from '../core/records.ts'
import { momentOf } from '../core/time.ts'
import { checkInTurn } from '../core/turns.ts'
import type { CheckInPorts, Keeping, OpenCare, OpenCheckIn, OpenInner } from './check-in-types.ts'
import { gone } from './gone.ts'
import { createKeeper } from './keeper.ts'
import { once } from './once.ts'
import type { NudgeStatus, PageProblem, PersonEvent, StoreProblem } from './ports.ts'

/** Equal for equal answers, whatever order they were stored in. */
const textOf = (unkept: Patch): string => JSON.stringify(readPatch(unkept))

/** How long scrolling rests before it is remembered. */
const scrollRests = 300

/** `goOn` is called when a newer draft or other answers came from elsewhere, so that an offer can be made for them. */
export const createOpenCheckIn = (ports: CheckInPorts, goOn: () => void): OpenCheckIn => {
  const now = () => ports.clock.now().epochMilliseconds
  const moment = () => momentOf(ports.clock.now())
  const blank = () => newCheckIn(moment(), { source: 'popup', nudgeId: null })
  const fresh = () => newDraft(now(), ports.chance.id(now()))
  const draft = signal<Draft>(fresh())
  const record = signal<CheckInFields>(blank())
  const trouble = signal<PageProblem | null>(null)
  const cannotRead = (problem: StoreProblem) => {
    trouble.value = { problem, doing: 'open' }
  }
  const keeper = createKeeper(ports.records, ports.changes)

  let status: Promise<NudgeStatus | null> = Promise.resolve(null)
  let answered = false
  const tell = (event: PersonEvent) => ports.nudges.tell(event).catch(() => null)
  const tellOpened = () => {
    answered = false
    status = tell({ kind: 'opened' })
  }

  let writing = false
  let tells = false
  const writeDraft = () => {
    const isTold = tells
    // Where it cannot be written, it holds here all the same.
    if (writing)
      void ports.draft.write(draft.value).then(
        () => isTold && ports.changes.announce('check-in'),
        () => {},
      )
    writing = false
    tells = false
  }
  /** All moves of one press are written as one. */
  const put = (next: Draft) => {
    draft.value = next
    if (!writing) queueMicrotask(writeDraft)
    writing = true
  }
  const move = (change: Partial<Draft>) => {
    tells ||= change.run !== undefined || !!change.offer
    put({ ...draft.value, ...change, touchedAt: now() })
  }

  let known: Promise<readonly Session[]> | null = null
  const readSessions = async (): Promise<readonly Session[]> => {
    const found = await ports.records.page('sessions', { limit: sessionsRead })
    if (!found.ok) cannotRead(found.problem)
    return found.ok ? found.value : []
  }

  /** The id of the record once it was read. If it is missing later it was deleted, even with answers still unsaved. */
  let stood: Id | null = null
  const read = async (id: Id) => {
    const found = await ports.records.get('checkIns', id)
    if (found.ok && found.value) stood = id
    return found
  }
  const isDeleted = (id: Id, current: CheckIn | null, waiting: Patch | null): boolean =>
    current === null && (stood === id || !makesRecord(waiting ?? {}))

  /** What waits in the draft and is being kept here. */
  let mine: Patch | null = null
  /** Whether the draft holds unsaved answers that another view put there, and that are not being saved here. */
  const isLent = () => draft.value.unkept !== null && draft.value.unkept !== mine

  /** Keeps the patch in its record, which is made as `whole` where there is none and `waiting` makes one. */
  const keep = async (id: Id, patch: Patch, waiting: Patch, whole: CheckInFields): Promise<Keeping> => {
    const { note: noteBase } = patch
    let isGone = false
    const change = (current: CheckIn | null) => {
      isGone = isDeleted(id, current, waiting)
      return isGone ? null : patched(current ?? whole, patch, moment())
    }
    const kept = await keeper.keep('checkIns', id, change, () => {
      // Whatever was typed since was typed from the note that the record has now.
      if (!isGone && noteBase !== undefined && draft.value.checkInId === id) void moveMildly({ noteBase })
    })
    return kept === 'kept' && isGone ? gone : kept
  }

  /**
   * Only the latest of several answers can know that all are kept, so only it clears `unkept`; other popups are told once that is
   * written.
   */
  const settle = async (unkept: Patch, kept: Keeping) => {
    const waits = ({ unkept: other }: Draft) => other !== null && textOf(other) === textOf(unkept)
    // What another popup or window wrote meanwhile, and is taken over then, may hold the very same.
    while (kept === 'kept' && waits(draft.value)) await moveMildly({ unkept: null })
    ports.changes.announce('check-in')
  }

  /** A nudge that led to a new check-in is named in it; every opening counts as answered once. */
  const tellAnswered = async (id: Id, isNew: boolean) => {
    if (answered) return
    answered = true
    const shownId = (await status)?.shownId
    const named: Patch = { source: 'nudge', nudgeId: shownId ?? null }
    if (isNew && shownId) void keep(id, named, named, record.value)
    status = tell({ kind: 'answered' })
  }

  const keepEarlier = (earlier: Draft['earlier']) => {
    if (earlier.length > 0) void care(({ keepLeftBehind }) => Promise.all(earlier.map(keepLeftBehind)))
  }

  const beginAnew = (left: Draft | null) => {
    const earlier = left ? leftBehind(left) : []
    record.value = blank()
    draft.value = { ...fresh(), earlier }
    keepEarlier(earlier)
  }

  /** Shows what the record and the draft know; false where the record was deleted meanwhile. */
  const readRecord = async ({ checkInId, unkept: waiting }: Draft): Promise<boolean> => {
    if (checkInId === null) return true
    const found = await read(checkInId)
    if (!found.ok) cannotRead(found.problem)
    if (found.ok && isDeleted(checkInId, found.value, waiting)) return false
    if (found.ok && found.value && (waiting || draft.value.note !== null))
      put(rejoined(draft.value, found.value.note))
    const { unkept } = draft.value
    record.value = patched(found.ok ? found.value : null, unkept ?? {}, moment())
    mine = unkept
    if (unkept) void keep(checkInId, unkept, unkept, record.value).then(kept => settle(unkept, kept))
    return true
  }

  /** One after another, so that of two popups that open at once the second means the check-in of the first. */
  const takeUp = async (): Promise<Draft | null> => {
    const left = await ports.draft.read()
    if (left && draftGoesOn(left, now())) {
      draft.value = left
      return left
    }
    beginAnew(left)
    // Where it cannot be written, it holds here all the same.
    await ports.draft.write(draft.value).catch(() => {})
    return null
  }
  const inTurn = <Value>(work: () => Promise<Value>) =>
    ports.locks.exclusive(checkInTurn, work).catch(() => work())

  let closed = false
  const bringCare = once(async () => (await ports.loadCare())(inner))
  /** Where its code cannot be read, all stays as it stands here, and what was left behind waits for the next opening. */
  const care = async (work: (care: OpenCare) => unknown): Promise<void> => {
    try {
      await work(await bringCare())
    } catch {}
  }
  const inner: OpenInner = {
    ...{ ports, draft, record, trouble, keeper, moment, put, read, isDeleted, inTurn, takeUp, beginAnew },
    ...{ isClosed: () => closed, goOn },
  }
  ports.changes.listen(topic => {
    if (topic === 'check-in') void care(({ followDraft }) => followDraft())
    if (topic === 'records') void care(({ follow }) => follow())
  })

  /**
   * Writes what nobody pressed, unless the draft was moved in another popup or window meanwhile: that holds here then. True where
   * it was written; `next` answers null where nothing is to be written any more.
   */
  const writeMildly = async (next: () => Draft | null): Promise<boolean> => {
    const done = await inTurn(async () => {
      const stored = await ports.draft.read()
      // One that is not there was closed, which was announced.
      if (closed || stored === null) return 'left'
      if (stored.touchedAt > draft.value.touchedAt) return 'stale'
      // A pause that was asked for or begun elsewhere meanwhile stays so.
      draft.value = { ...draft.value, toStart: stored.toStart }
      const written = next()
      if (written === null) return 'left'
      await ports.draft.write(written)
      return 'written'
    })
    if (done === 'stale') await care(({ followDraft }) => followDraft())
    return done === 'written'
  }
  /**
   * Shown at once; the draft counts as touched only once it is written, so that anything done elsewhere until then is newer. If that
   * arrived here first, or the person went on, this change was made to an outdated draft and is dropped.
   */
  const moveMildly = (change: Partial<Draft>): Promise<boolean> => {
    draft.value = { ...draft.value, ...change }
    let { touchedAt } = draft.value
    const next = () => {
      if (draft.value.touchedAt !== touchedAt) return null
      touchedAt = now()
      draft.value = { ...draft.value, touchedAt }
      return draft.value
    }
    return writeMildly(next).catch(() => false)
  }

  let stopScroll = () => {}

  return {
    draft,
    record,
    keeper,
    now,
    trouble,
    move,
    drift: async change => {
      if ((await moveMildly(change)) && change.offer) ports.changes.announce('check-in')
    },
    tell,
    sessions: () => {
      known ??= readSessions()
      return known
    },
    begin: async () => {
      tellOpened()
      const left = await inTurn(takeUp)
      if (!left) return false
      keepEarlier(left.earlier)
      if (await readRecord(left)) return true
      // Its record was deleted meanwhile.
      beginAnew({ ...left, checkInId: null })
      put(draft.value)
      return false
    },
    renew: () => {
      const left = draft.value
      if (draftGoesOn(left, now()) || (left.checkInId === null && left.place === 'felt')) return false
      tellOpened()
      beginAnew(left)
      // What was asked for elsewhere right now is newer.
      draft.value = { ...draft.value, touchedAt: left.touchedAt }
      void moveMildly({}).then(isWritten => isWritten && ports.changes.announce('check-in'))
      return true
    },
    takeAsked: () =>
      inTurn(async () => {
        const stored = await ports.draft.read()
        const asked = stored?.toStart ?? null
        if (asked !== null) {
          draft.value = { ...draft.value, toStart: null }
          await ports.draft.write(draft.value)
        } else if (draft.value.toStart !== null) {
          // Another popup or window took it: kept here, it would be asked for once more.
          draft.value = { ...draft.value, toStart: null }
        }
        return asked
      }),
    scrollTo: top => {
      stopScroll()
      const write = () => writeMildly(() => ({ ...draft.value, scroll: top }))
      stopScroll = ports.later(scrollRests, () => void write().catch(() => {}))
    },
    answer: async patch => {
      const { checkInId, unkept } = draft.value
      const isNew = checkInId === null
      const before = isNew ? blank() : record.value
      const id = checkInId ?? draft.value.newId ?? ports.chance.id(before.at)
      const whole = patched(before, patch, before)
      const waiting = { ...(isNew ? before : unkept), ...patch }
      // Under way before anything is drawn.
      const keeping = keep(id, isNew || !isLent() ? patch : waiting, waiting, whole)
      mine = waiting
      record.value = whole
      move({ checkInId: id, unkept: waiting })
      const kept = await keeping
      // Nothing of it stands anywhere.
      if (kept === gone && draft.value.checkInId === id) record.value = before
      if (kept === 'kept') void tellAnswered(id, isNew)
      await settle(waiting, kept)
      return kept
    },
    tryAgain: async () => {
      known = null
      trouble.value = null
      const { checkInId } = draft.value
      const [, isThere] = await Promise.all([keeper.tryAgain(), readRecord(draft.value)])
      if (!isThere && checkInId !== null) await care(({ leaveGone }) => leaveGone(checkInId))
    },
    keepAll: async () => {
      if (isLent()) await readRecord(draft.value)
      return keeper.tryAgain()
    },
    status: () => status,
    save: async goElsewhere => {
      writing = false
      closed = true
      stopScroll()
      try {
        await ports.draft.write(draft.value)
        // A window that is open already shows an older screen until it hears of this.
        ports.changes.announce('check-in')
        await goElsewhere()
      } catch {
        closed = false
      }
    },
    close: async () => {
      writing = false
      closed = true
      stopScroll()
      const earlier = (await ports.draft.read())?.earlier ?? []
      await ports.draft.write(earlier.length > 0 ? { ...fresh(), earlier } : null)
      ports.changes.announce('check-in')
    },
  }
}
