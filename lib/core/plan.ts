/** When the next nudge is due: the plan of a day is drawn once and kept, and what cannot come any more is named. */
import { awayEnds } from './away.ts'
import { drawTimes, numbersFrom } from './draw.ts'
import { instantOn, isLived, spansOn, withinHours } from './hours.ts'
import { heldFor, type Memory, type PlannedDay } from './nudge-state.ts'
import type { DropReason } from './records.ts'
import { assertNever } from './result.ts'
import { channelsOf, type NudgeMode, type NudgeSettings } from './settings.ts'
import { hour, type Instant, minute, zonedAt } from './time.ts'

export type Plan = {
  /** Null where no window lies in the next two weeks, or the mode counts use and there is none now. */
  readonly dueAt: Instant | null
  readonly memory: Memory
  /** Planned times that were passed over, and why. */
  readonly dropped: readonly { readonly at: Instant; readonly reason: DropReason }[]
}

type Ask = {
  readonly now: Temporal.ZonedDateTime
  readonly settings: NudgeSettings
  /** A 32-bit number from chance. */
  readonly seed: number
}

/** Nothing can be planned without a mode, nor without a way to be seen. */
export const remindersOn = (settings: NudgeSettings): boolean => {
  const { notification, badge } = channelsOf(settings)
  return settings.mode.kind !== 'off' && (notification || badge)
}

/** After sleep, a closed browser or a break the first minutes belong to the person. */
export const settleFor = 2 * minute

/** After so many ignored in a row every other nudge stays away, and after so many all of them. */
export const fewerAfter = 3
export const quietAfter = 7

/** Every week day twice, so that one may be passed over, from yesterday's windows on, which may reach past midnight. */
const daysAhead = 15

const gapOf = (settings: NudgeSettings): number => settings.gap * minute

type Rules = Pick<Ask, 'now' | 'settings'>

const gapEnds = (memory: Memory, settings: NudgeSettings): Instant =>
  memory.lastAt === null ? -Infinity : memory.lastAt + gapOf(settings)

const backAt = (memory: Memory, { now, settings }: Rules): Instant =>
  memory.away === null ? -Infinity : awayEnds(memory.away, settings.hours, now.timeZoneId)

/** The first moment that gap and away allow. */
export const earliestOf = (memory: Memory, rules: Rules): Instant =>
  Math.max(gapEnds(memory, rules.settings), backAt(memory, rules))

/** What of the rules a nudge at this moment would break; null where it may come. */
export const objectionTo = (memory: Memory, rules: Rules): DropReason | null => {
  const now = rules.now.epochMilliseconds
  if (!withinHours(rules.settings.hours, rules.now)) return 'hours'
  if (capReached(memory, rules)) return 'cap'
  if (now < backAt(memory, rules)) return 'away'
  return now < gapEnds(memory, rules.settings) ? 'gap' : null
}

const shownOn = (memory: Memory, day: string, zone: string): number =>
  memory.recent.filter(at => zonedAt(at, zone).toPlainDate().toString() === day).length

/** Whether the civil day of `now` has had all the nudges it may have. */
const capReached = (memory: Memory, { now, settings }: Rules): boolean =>
  shownOn(memory, now.toPlainDate().toString(), now.timeZoneId) >= settings.cap

type Drawn = Pick<PlannedDay, 'times' | 'buckets'>
const noTimes: Drawn = { times: [], buckets: 0 }

const drawRandom = (
  perDay: number,
  day: Temporal.PlainDate,
  memory: Memory,
  days: readonly PlannedDay[],
  { now, settings, seed }: Ask,
): Drawn => {
  const spans = spansOn(settings.hours, day, now.timeZoneId)
  const first = spans[0]
  if (first === undefined) return noTimes
  const planned = days.flatMap(other => (other.day < day.toString() ? other.times : []))
  const past = [...planned, memory.lastAt ?? -Infinity].filter(at => at < first.from)
  const before = past.length > 0 ? Math.max(...past) : null
  const wanted = Math.min(perDay, settings.cap)
  // Two days may be drawn at one wake: each gets numbers of its own.
  const next = numbersFrom(seed + day.dayOfYear)
  const times = drawTimes(spans, wanted, gapOf(settings), before, next)
  const had = memory.recent.filter(at => spans.some(span => span.from <= at && at < span.to)).length
  return { times: times.slice(Math.min(times.length, had)), buckets: times.length }
}

const fixedTimes = (times: readonly number[], day: Temporal.PlainDate, { now, settings }: Ask): Drawn => {
  const zone = now.timeZoneId
  if (!isLived(day, zone)) return noTimes
  const kept: Instant[] = []
  for (const at of times.map(time => instantOn(day, time, zone)).sort((one, other) => one - other)) {
    const last = kept.at(-1)
    const apart = last === undefined || (at > last && at - last >= gapOf(settings))
    if (apart && withinHours(settings.hours, zonedAt(at, zone))) kept.push(at)
  }
  return { times: kept, buckets: 0 }
}

const planDays = (
  timesOn: (day: Temporal.PlainDate, days: readonly PlannedDay[]) => Drawn,
  memory: Memory,
  ask: Ask,
): Plan => {
  const now = ask.now.epochMilliseconds
  const earliest = Math.max(now + 1, earliestOf(memory, ask))
  const first = zonedAt(earliest, ask.now.timeZoneId).toPlainDate().subtract({ days: 1 })
  const reasonOf = (at: Instant): DropReason => {
    // Its turn was over before what came last began: nothing but sleep kept it away.
    if (at < (memory.lastAt ?? -Infinity) - heldFor) return 'late'
    return at < gapEnds(memory, ask.settings) ? 'gap' : at < backAt(memory, ask) ? 'away' : 'late'
  }
  const dropped = memory.days
    .flatMap(({ times }) => times.filter(time => time < earliest))
    .map(at => ({ at, reason: reasonOf(at) }))
  const upcoming = (drawn: Drawn): Drawn => ({
    ...drawn,
    times: drawn.times.filter(time => time >= earliest),
  })
  const last = first.add({ days: daysAhead }).toString()
  let days: readonly PlannedDay[] = memory.days
    .filter(planned => planned.day >= first.toString() && planned.day <= last)
    .map(planned => ({ day: planned.day, ...upcoming(planned) }))
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = first.add({ days: ahead })
    const name = day.toString()
    const known = days.find(planned => planned.day === name)
    const drawn = known ?? { day: name, ...upcoming(timesOn(day, days)) }
    if (!known) days = [...days, drawn].sort((one, other) => (one.day < other.day ? -1 : 1))
    const [dueAt] = drawn.times
    if (dueAt !== undefined) return { dueAt, memory: { ...memory, days }, dropped }
  }
  return { dueAt: null, memory: { ...memory, days }, dropped }
}

/** The memory without a planned time whose turn has come. */
export const withoutTime = (memory: Memory, time: Instant): Memory => ({
  ...memory,
  days: memory.days.map(day => ({ ...day, times: day.times.filter(other => other !== time) })),
})

/** The first moment at or after `from` that hours and cap allow. */
const firstAllowed = (from: Instant, memory: Memory, { now, settings }: Ask): Instant | null => {
  const zone = now.timeZoneId
  const first = zonedAt(from, zone).toPlainDate().subtract({ days: 1 })
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    for (const span of spansOn(settings.hours, first.add({ days: ahead }), zone)) {
      let at = Math.max(from, span.from)
      while (at < span.to) {
        const reading = zonedAt(at, zone)
        if (!capReached(memory, { now: reading, settings })) return at
        at = reading.toPlainDate().add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
      }
    }
  }
  return null
}

const planUse = (minutes: number, memory: Memory, ask: Ask): Plan => {
  const { since, spent } = memory.use
  if (since === null) return { dueAt: null, memory, dropped: [] }
  const enough = since + Math.max(0, minutes * minute - spent)
  const earliest = Math.max(enough, since + settleFor, earliestOf(memory, ask), ask.now.epochMilliseconds)
  const dueAt = firstAllowed(earliest, memory, ask)
  return { dueAt, memory, dropped: [] }
}

const planMode = (memory: Memory, mode: NudgeMode, ask: Ask): Plan => {
  switch (mode.kind) {
    case 'off':
      return { dueAt: null, memory, dropped: [] }
    case 'random':
      return planDays((day, days) => drawRandom(mode.perDay, day, memory, days, ask), memory, ask)
    case 'fixed':
      return planDays(day => fixedTimes(mode.times, day, ask), memory, ask)
    case 'every':
      return planUse(memory.ignored >= fewerAfter ? 2 * mode.minutes : mode.minutes, memory, ask)
    default:
      return assertNever(mode)
  }
}

/** The next due time by the settings, after everything that the memory holds. */
export const planNext = (memory: Memory, mode: NudgeMode, ask: Ask): Plan => {
  if (memory.ignored >= quietAfter) return { dueAt: null, memory, dropped: [] }
  const plan = planMode(memory, mode, ask)
  const passesOver = memory.ignored >= fewerAfter && !memory.passedOver && mode.kind !== 'every'
  if (!passesOver || plan.dueAt === null) return plan
  const rest = { ...withoutTime(plan.memory, plan.dueAt), passedOver: true }
  const next = planMode(rest, mode, ask)
  return { ...next, dropped: [...plan.dropped, { at: plan.dueAt, reason: 'ignored' }, ...next.dropped] }
}

/** The longest time between two wakes that still counts as use: longer, and the machine slept or the browser was closed. */
export const watchedFor = 10 * minute
/**
 * How long nobody is looked for where the browser says nothing: so much use at most goes uncounted then, as a Chromium that was idle
 * from its start never says that somebody came. Where it does say so, this costs two wakes an hour of rest.
 */
export const restsFor = 30 * minute
const wakeDelay = 2 * minute
/** The browser says "idle" after so long without a key or a pointer. */
export const idleAfter = minute

/** Whether minutes of use can lead to anything. */
export const countsUse = ({ mode, hours }: NudgeSettings): boolean =>
  mode.kind === 'every' && hours.some(windows => windows.length > 0)

/** Counts use up to `now`: idle time does not count, and a break as long as the interval begins anew. */
export const countUse = (
  memory: Memory,
  interval: number,
  presence: 'active' | 'idle' | 'locked',
  now: Instant,
): Memory['use'] => {
  let use = memory.use
  const { tickAt } = memory
  if (use.since !== null && tickAt !== null && now - tickAt > watchedFor + wakeDelay) {
    use = { spent: use.spent + Math.max(0, tickAt - use.since), since: null, restSince: tickAt }
  }
  if (presence === 'active' && use.since === null) {
    const rested = use.restSince !== null && now - use.restSince >= interval
    return { spent: rested ? 0 : use.spent, since: now, restSince: null }
  }
  if (presence !== 'active' && use.since !== null) {
    const end = Math.max(use.since, presence === 'idle' ? now - idleAfter : now)
    return { spent: use.spent + end - use.since, since: null, restSince: end }
  }
  // Nobody was there since counting began.
  return presence !== 'active' && use.restSince === null ? { ...use, restSince: now } : use
}

/** Nudges that the cap may still ask about, whichever way the clock was set since. */
export const recentOf = (recent: readonly Instant[], now: Instant): readonly Instant[] =>
  recent.filter(at => Math.abs(now - at) <= 72 * hour)
