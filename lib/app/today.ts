/** The page model of Today: the check-ins and small steps of this civil day, and the plans that hold now. */
import { batch, type ReadonlySignal, signal } from '@preact/signals'
import { type HistoryEntry, historyEntries } from '../core/history.ts'
import type { CheckIn, Reflection, Session } from '../core/records.ts'
import { stepsSince } from '../core/small-step.ts'
import { type Day, type Instant, type Moment, momentOf } from '../core/time.ts'
import { latestSpeaking, nextTurn, spanOfToday, speakingSince } from '../core/today.ts'
import type { Chance, Changes, Clock, Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'
import { createTodayPlans, type TodayPlans, type TodayPlansNeeds } from './today-plans.ts'
import { createTodaySteps, type TodaySteps } from './today-steps.ts'

export type Today = {
  /** This day's check-ins with their pauses, newest first; null until they are read. */
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>
  readonly steps: TodaySteps
  readonly plans: TodayPlans
  /** What lies after it is still to come. */
  now(): Moment
  /** There are days before this one. */
  readonly hasEarlier: ReadonlySignal<boolean>
  /** Why it could not be read. */
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Reads everything again; also the way out of a problem. From then on it follows the clock by itself. */
  load(): Promise<void>
  checkIn(): void
}

type Needs = Omit<TodayPlansNeeds, 'records'> & {
  readonly records: TodayPlansNeeds['records'] & Pick<Records, 'between' | 'save' | 'daySpan'>
  readonly changes: Changes
  readonly clock: Clock
  readonly chance: Pick<Chance, 'id'>
  readonly openCheckIn: () => void
}

type Found = {
  readonly checkIns: readonly CheckIn[]
  readonly sessions: readonly Session[]
  readonly reflections: readonly Reflection[]
  readonly hasEarlier: boolean
}

export const createToday = (needs: Needs): Today => {
  const { records, changes, clock, chance, later } = needs
  const entries = signal<readonly HistoryEntry[] | null>(null)
  const hasEarlier = signal(false)
  const problem = signal<StoreProblem | null>(null)
  const steps = createTodaySteps({ records, changes, clock, chance, reread: () => load() })
  const plans = createTodayPlans({ ...needs, reread: () => load() })
  let shownDay: Day | null = null
  let callOff = () => {}

  const read = async (now: Temporal.ZonedDateTime): Promise<Found | StoreProblem> => {
    const { from, to } = spanOfToday(now)
    const [checkIns, sessions, reflections, span] = await Promise.all([
      records.between('checkIns', from, to),
      records.between('sessions', from, to),
      records.between('reflections', stepsSince(now), to),
      records.daySpan(),
    ])
    if (!checkIns.ok) return checkIns.problem
    if (!sessions.ok) return sessions.problem
    if (!reflections.ok) return reflections.problem
    return {
      checkIns: checkIns.value,
      sessions: sessions.value,
      reflections: reflections.value,
      hasEarlier: span.ok && span.value !== null && span.value.first < momentOf(now).day,
    }
  }

  /** What stands there is of another day, so nobody takes it for today's. */
  const turnTo = (day: Day) => {
    if (shownDay !== null && shownDay !== day) {
      entries.value = null
      steps.leave()
      steps.show(null, clock.now())
      plans.show(null)
    }
    shownDay = day
  }

  /** One timer, for the moment at which something here becomes untrue; the page wakes nobody in between. */
  const wakeAt = (at: Instant) => {
    callOff()
    callOff = later(Math.max(1, at - clock.now().epochMilliseconds), () => void load())
  }

  const load = createReread(async () => {
    const now = clock.now()
    const { day } = momentOf(now)
    const found = await read(now)
    if ('kind' in found) {
      batch(() => {
        turnTo(day)
        problem.value = found
      })
      return wakeAt(nextTurn(now, []))
    }
    const latest = latestSpeaking(found.checkIns, now)
    const plansNow = await plans.read(latest, now)
    const ofToday = historyEntries(found.checkIns, found.sessions, false).filter(entry => entry.day === day)
    batch(() => {
      turnTo(day)
      problem.value = null
      entries.value = ofToday
      hasEarlier.value = found.hasEarlier
      steps.show(found.reflections, now)
      plans.show(plansNow)
    })
    const thoughts = found.reflections.filter(
      ({ type, at }) => type === 'thought' && at >= speakingSince(now),
    )
    const toCome = ofToday.filter(({ at }) => at > now.epochMilliseconds)
    wakeAt(nextTurn(now, [...toCome, ...(latest ? [latest] : []), ...thoughts]))
  })

  changes.listen(topic => {
    // Settings say which kinds of pauses plans lead to.
    if (topic === 'records' || topic === 'settings') void load()
  })

  return {
    entries,
    steps,
    plans,
    now: () => momentOf(clock.now()),
    hasEarlier,
    problem,
    load,
    checkIn: needs.openCheckIn,
  }
}
