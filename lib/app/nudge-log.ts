/** The page model of the log: every reminder of the last 30 days, and why it did or did not come. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { DropReason, Id, NudgeRecord } from '../core/records.ts'
import { type Day, hour, type Instant, minute, momentOf, zonedAt } from '../core/time.ts'
import type { Changes, Clock, Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

/** What became of a reminder. */
export type LogOutcome =
  | { readonly kind: 'answered' | 'snoozed' | 'expired' | 'opened' | 'shown' | 'not-now' | 'switched-off' }
  | { readonly kind: 'not-now-because'; readonly reason: 'moment' | 'today' }
  | { readonly kind: 'held-back'; readonly by: NonNullable<NudgeRecord['heldBackBy']> }
  | { readonly kind: 'dropped'; readonly reason: DropReason }

export type LogEntry = {
  readonly id: Id
  /** When it was shown, or was planned for where it never was. */
  readonly at: Instant
  /** The plan, where it was shown at another minute. */
  readonly plannedAt: Instant | null
  readonly outcome: LogOutcome
}

/** Newest first. */
type LogDay = { readonly day: Day; readonly entries: readonly LogEntry[] }

export type NudgeLog = {
  /** The zone that the days and times are read in. */
  readonly zone: ReadonlySignal<string>
  /** The days shown, newest first; null until they are read. */
  readonly days: ReadonlySignal<readonly LogDay[] | null>
  readonly hasMore: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Reads again; also the way out of a problem. */
  load(): Promise<void>
  showMore(): void
}

type Needs = {
  readonly records: Pick<Records, 'since'>
  readonly changes: Pick<Changes, 'listen'>
  readonly clock: Clock
}

const daysKept = 30
const daysFirst = 3

const outcomeOf = (nudge: NudgeRecord): LogOutcome => {
  const { outcome, reason, heldBackBy, openedAt, shownAt } = nudge
  switch (outcome) {
    case null:
      return { kind: openedAt === null ? 'shown' : 'opened' }
    case 'answered':
    case 'snoozed':
      return { kind: outcome }
    case 'not-now':
      return reason === 'moment' || reason === 'today'
        ? { kind: 'not-now-because', reason }
        : { kind: 'not-now' }
    case 'expired':
      return { kind: openedAt === null ? 'expired' : 'opened' }
    case 'held-back':
      return { kind: 'held-back', by: heldBackBy ?? 'idle' }
    case 'dropped':
      if (reason !== null && reason !== 'moment' && reason !== 'today') return { kind: 'dropped', reason }
      // It stood there, and the reminders were switched off.
      return { kind: shownAt === null ? 'shown' : 'switched-off' }
  }
}

const entryOf = (nudge: NudgeRecord): LogEntry => {
  const at = nudge.shownAt ?? nudge.plannedAt
  const otherMinute = Math.floor(at / minute) !== Math.floor(nudge.plannedAt / minute)
  return {
    id: nudge.id,
    at,
    plannedAt: otherMinute ? nudge.plannedAt : null,
    outcome: outcomeOf(nudge),
  }
}

/**
 * A time that was dropped can be planned again, as when somebody comes back early: then the log says what became of it in the end.
 */
const lastOfEachTime = (nudges: readonly NudgeRecord[]): readonly NudgeRecord[] => {
  const ofTime = new Map<Instant, NudgeRecord>()
  for (const nudge of nudges) {
    const other = ofTime.get(nudge.plannedAt)
    if (other === undefined || other.id < nudge.id) ofTime.set(nudge.plannedAt, nudge)
  }
  return nudges.filter(nudge => nudge.shownAt !== null || ofTime.get(nudge.plannedAt) === nudge)
}

const daysOf = (nudges: readonly NudgeRecord[], now: Temporal.ZonedDateTime): readonly LogDay[] => {
  const from = now.startOfDay().subtract({ days: daysKept }).epochMilliseconds
  const entries = lastOfEachTime(nudges)
    .map(entryOf)
    // What is planned for later is nobody's business yet, not even in hindsight.
    .filter(({ at }) => from <= at && at <= now.epochMilliseconds)
    .sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1))
  const days = new Map<Day, LogEntry[]>()
  for (const entry of entries) {
    const { day } = momentOf(zonedAt(entry.at, now.timeZoneId))
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, found]) => ({ day, entries: found }))
}

export const createNudgeLog = ({ records, changes, clock }: Needs): NudgeLog => {
  const all = signal<readonly LogDay[] | null>(null)
  const problem = signal<StoreProblem | null>(null)
  const more = signal(false)
  const zone = signal(clock.now().timeZoneId)

  const load = createReread(async () => {
    const now = clock.now()
    // One that was planned on the last day shown may have been written down before it.
    const since = now.startOfDay().subtract({ days: daysKept }).epochMilliseconds - 48 * hour
    const nudges = await records.since('nudges', since)
    if (!nudges.ok) {
      problem.value = nudges.problem
      return
    }
    problem.value = null
    zone.value = now.timeZoneId
    all.value = daysOf(nudges.value, now)
  })

  changes.listen(topic => {
    if (topic === 'nudge') void load()
  })

  return {
    zone,
    days: computed(() => all.value && (more.value ? all.value : all.value.slice(0, daysFirst))),
    hasMore: computed(() => !more.value && (all.value?.length ?? 0) > daysFirst),
    problem,
    load,
    showMore: () => {
      more.value = true
    },
  }
}
