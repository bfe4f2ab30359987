/** The session of a run: begun with it, and kept to what was answered. */
import { feltAnswer } from '../core/check-in.ts'
import type { Run } from '../core/pause.ts'
import type { Felt, Fields, Id } from '../core/records.ts'
import { type Instant, momentOf, zonedAt } from '../core/time.ts'
import type { CheckInPorts, OpenCheckIn } from './check-in-types.ts'

type SessionFields = Fields<'sessions'>

export type PauseSession = {
  /** Gives the id of the session that begins at `at`; `felt` is what was felt after the pause before it, if that was said. */
  begin(pauseId: Id, at: Instant, felt: Felt | null): Id
  /** Keeps more of the session of the draft. */
  keep(change: Partial<SessionFields>): void
  /** Begins it once more where a browser was killed before it had it. */
  mend(run: Run): Promise<void>
}

export const createPauseSession = (
  open: OpenCheckIn,
  { records, clock, chance }: Pick<CheckInPorts, 'records' | 'clock' | 'chance'>,
): PauseSession => {
  const { draft, record, keeper } = open

  /** What is not known of it is null. */
  const begun = (pauseId: Id, at: Instant, last: Felt | null): SessionFields => {
    const { offer, checkInId } = draft.value
    const offered = offer?.pauseId === pauseId ? offer : null
    const felt = feltAnswer(record.value)
    return {
      ...momentOf(zonedAt(at, clock.now().timeZoneId)),
      pauseId,
      checkInId,
      before: last ?? (felt === 'cant-tell' ? null : felt),
      after: null,
      ease: null,
      completed: false,
      seconds: 0,
      probability: offered?.probability ?? null,
      reason: offered?.reason ?? null,
      ...(offered?.comparable && { comparable: true }),
    }
  }

  return {
    begin: (pauseId, at, felt) => {
      const id = chance.id(at)
      const session = begun(pauseId, at, felt)
      void keeper.keep('sessions', id, () => session)
      return id
    },
    keep: change => {
      const { sessionId } = draft.value
      if (sessionId === null) return
      void keeper.keep('sessions', sessionId, current => (current ? { ...current, ...change } : null))
    },
    mend: async ({ pauseId, startedAt }) => {
      const { sessionId } = draft.value
      if (sessionId === null) return
      const found = await records.get('sessions', sessionId)
      if (!found.ok || found.value) return
      await keeper.keep('sessions', sessionId, current => current ?? begun(pauseId, startedAt, null))
    },
  }
}
