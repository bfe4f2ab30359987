/** How check-ins and sessions stand together in the history: each session with its check-in, all of it by month and day. */
import { type FeltAnswer, feltAnswer } from './check-in.ts'
import type { CheckIn, Id, Session } from './records.ts'
import type { Day, Instant } from './time.ts'

/** A check-in with the pauses that came with it, oldest first, or a pause that stands alone. */
export type HistoryEntry = {
  readonly id: Id
  readonly at: Instant
  readonly zone: string
  readonly day: Day
} & (
  | {
      readonly kind: 'check-in'
      readonly checkIn: CheckIn
      readonly felt: FeltAnswer
      readonly sessions: readonly Session[]
    }
  | { readonly kind: 'session'; readonly session: Session }
)

export type HistoryDay = { readonly day: Day; readonly entries: readonly HistoryEntry[] }

/** One month of the person's calendar, `YYYY-MM`, with its days newest first. */
export type HistoryMonth = { readonly month: string; readonly days: readonly HistoryDay[] }

/** Its day is known, and its time is not. */
const hasNoTime = (entry: HistoryEntry): boolean =>
  entry.kind === 'check-in' && entry.checkIn.precision === 'day'

/**
 * The entries newest first, those without a time after the timed ones of their day. Until `complete` says that nothing older is left to read, a session whose check-in
 * was not read yet waits for it; afterwards it stands alone. Days decide over instants, so that a journey across
 * zones leaves no day in two pieces.
 */
export const historyEntries = (
  checkIns: readonly CheckIn[],
  sessions: readonly Session[],
  complete: boolean,
): readonly HistoryEntry[] => {
  const known = new Set(checkIns.map(checkIn => checkIn.id))
  const byCheckIn = Map.groupBy(sessions, session => session.checkInId)
  const alone = sessions.filter(({ checkInId }) => checkInId === null || (complete && !known.has(checkInId)))
  const entries: readonly HistoryEntry[] = [
    ...checkIns.map(checkIn => ({
      kind: 'check-in' as const,
      id: checkIn.id,
      at: checkIn.at,
      zone: checkIn.zone,
      day: checkIn.day,
      checkIn,
      felt: feltAnswer(checkIn),
      sessions: (byCheckIn.get(checkIn.id) ?? []).toSorted((one, other) => one.at - other.at),
    })),
    ...alone.map(session => ({
      kind: 'session' as const,
      id: session.id,
      at: session.at,
      zone: session.zone,
      day: session.day,
      session,
    })),
  ]
  return entries.toSorted((one, other) => {
    if (one.day !== other.day) return one.day < other.day ? 1 : -1
    if (hasNoTime(one) !== hasNoTime(other)) return hasNoTime(one) ? 1 : -1
    return other.at - one.at || (one.id < other.id ? 1 : -1)
  })
}

/** Puts entries, which are in order, into their months and days. */
export const historyMonths = (entries: readonly HistoryEntry[]): readonly HistoryMonth[] => {
  const days = [...Map.groupBy(entries, entry => entry.day)].map(([day, own]) => ({ day, entries: own }))
  const months = Map.groupBy(days, ({ day }) => day.slice(0, 7))
  return [...months].map(([month, own]) => ({ month, days: own }))
}
