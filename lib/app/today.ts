/** The page model of Today: the check-ins of this civil day. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type HistoryEntry, historyEntries } from '../core/history.ts'
import { hour, momentOf } from '../core/time.ts'
import type { Changes, Clock, Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

export type Today = {
  /** This day's check-ins with their pauses, newest first; null until they are read. */
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Reads everything again; also the way out of a problem. */
  load(): Promise<void>
  checkIn(): void
}

type Needs = {
  readonly records: Pick<Records, 'between'>
  readonly changes: Pick<Changes, 'listen'>
  readonly clock: Clock
  readonly openCheckIn: () => void
}

/** Civil days lie at most this far from the same date in another zone. */
const zoneSpread = 26 * hour

export const createToday = ({ records, changes, clock, openCheckIn }: Needs): Today => {
  const entries = signal<readonly HistoryEntry[] | null>(null)
  const problem = signal<StoreProblem | null>(null)

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
  })

  return {
    entries,
    problem,
    load: loadEntries,
    checkIn: openCheckIn,
  }
}
