/** The page model of Today: the next reminder in one line, and the check-ins of this civil day. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type HistoryEntry, historyEntries } from '../core/history.ts'
import { type Day, hour, type Instant, momentOf, zonedAt } from '../core/time.ts'
import type { Changes, Clock, NudgeStatus, Nudges, Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

/** What Today says about reminders. */
export type NextReminder =
  /** The worker did not answer. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'off' }
  /** One is shown and waits for an answer. */
  | { readonly kind: 'waiting' }
  /** Minutes of use are counted: no clock time can be named. */
  | { readonly kind: 'use' }
  | { readonly kind: 'none-today' }
  | { readonly kind: 'today'; readonly at: Instant; readonly zone: string }
  | { readonly kind: 'later'; readonly at: Instant; readonly zone: string; readonly day: Day }

export type Today = {
  /** null until it is known. */
  readonly next: ReadonlySignal<NextReminder | null>
  /** This day's check-ins with their pauses, newest first; null until they are read. */
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Reads everything again; also the way out of a problem. */
  load(): Promise<void>
  checkIn(): void
}

type Needs = {
  readonly records: Pick<Records, 'between'>
  readonly nudges: Pick<Nudges, 'status'>
  readonly changes: Pick<Changes, 'listen'>
  readonly clock: Clock
  readonly openCheckIn: () => void
}

/** Civil days lie at most this far from the same date in another zone. */
const zoneSpread = 26 * hour

const nextOf = (status: NudgeStatus, now: Temporal.ZonedDateTime): NextReminder => {
  if (status.mode === 'off') return { kind: 'off' }
  if (status.shownId !== null) return { kind: 'waiting' }
  const at = status.nextAt
  if (at === null) return { kind: status.mode === 'every' ? 'use' : 'none-today' }
  const zone = now.timeZoneId
  const { day } = momentOf(zonedAt(at, zone))
  return day <= momentOf(now).day ? { kind: 'today', at, zone } : { kind: 'later', at, zone, day }
}

export const createToday = ({ records, nudges, changes, clock, openCheckIn }: Needs): Today => {
  const next = signal<NextReminder | null>(null)
  const entries = signal<readonly HistoryEntry[] | null>(null)
  const problem = signal<StoreProblem | null>(null)

  const loadNext = createReread(async () => {
    try {
      next.value = nextOf(await nudges.status(), clock.now())
    } catch {
      next.value = { kind: 'unknown' }
    }
  })

  const loadEntries = createReread(async () => {
    const now = clock.now()
    const { day } = momentOf(now)
    const from = now.startOfDay().epochMilliseconds - zoneSpread
    const to = from + 24 * hour + 2 * zoneSpread
    const checkIns = await records.between('checkIns', from, to)
    const sessions = checkIns.ok ? await records.between('sessions', from, to) : checkIns
    if (!checkIns.ok || !sessions.ok) {
      if (!sessions.ok) problem.value = sessions.problem
      return
    }
    problem.value = null
    entries.value = historyEntries(checkIns.value, sessions.value, false).filter(entry => entry.day === day)
  })

  changes.listen(topic => {
    if (topic === 'records') void loadEntries()
    if (topic === 'nudge' || topic === 'settings') void loadNext()
  })

  return {
    next,
    entries,
    problem,
    load: async () => {
      await Promise.all([loadNext(), loadEntries()])
    },
    checkIn: openCheckIn,
  }
}
