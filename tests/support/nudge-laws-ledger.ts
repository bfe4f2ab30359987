/** What an onlooker knows of a life: kept from what was seen alone, never read from the memory of the machine. */
import type { BadMoment, NudgeState } from '../../lib/core/nudge-state.ts'
import type { Id } from '../../lib/core/records.ts'
import type { NudgeContext, NudgeEffect, NudgeEvent } from '../../lib/core/schedule.ts'
import type { NudgeSettings } from '../../lib/core/settings.ts'
import { type Day, hour, type Instant, minute, zonedAt } from '../../lib/core/time.ts'
import { dayOf, inYesterdaysWindow } from './nudge-laws-hours.ts'

/** One step of the machine, as it is shown to the laws. */
export type Step = {
  readonly before: NudgeState
  readonly event: NudgeEvent
  readonly context: NudgeContext
  readonly after: NudgeState
  readonly effects: readonly NudgeEffect[]
}

export type Ledger = {
  /** The latest time seen since the clock jumped. */
  latest: Instant
  /** The step before this one. */
  previous: { readonly at: Instant; readonly context: NudgeContext } | null
  jumped: boolean
  moved: boolean
  changed: boolean
  /** The latest nudge or check-in that began. */
  lastAt: Instant
  begun: Instant[]
  opened: Set<Id>
  sent: Set<Id>
  /** Nudges that the person had asked for, sent ones too. */
  asked: Set<Id>
  outcomes: Map<Id, string>
  /** Planned times of which the log says what became of them, since the last new plan. */
  told: Set<Instant>
  ignored: number
  /** Times passed over for that, since a nudge came last. */
  passedOver: number
  away: { readonly until: Instant } | { readonly day: Day } | null
  badMoments: BadMoment[]
  /** When the snooze is due that stands; null where none does. */
  snoozedTo: Instant | null
  /** When the one comes that stands for what was slept through, of which the log has told. */
  settling: Instant | null
  /** When a snooze comes that was slept through: the person's own time no longer. */
  settledTo: Instant | null
  /** No more milliseconds of use than these since a nudge or a check-in. */
  useAtMost: number
  restSince: Instant | null
  /** The latest time that passed in sleep, and how many nudges came for it. */
  slept: { readonly from: Instant; readonly until: Instant; shown: number } | null
}

export const newLedger = (): Ledger => ({
  latest: -Infinity,
  previous: null,
  jumped: false,
  moved: false,
  changed: false,
  lastAt: -Infinity,
  begun: [],
  opened: new Set(),
  sent: new Set(),
  asked: new Set(),
  outcomes: new Map(),
  told: new Set(),
  ignored: 0,
  passedOver: 0,
  away: null,
  badMoments: [],
  snoozedTo: null,
  settling: null,
  settledTo: null,
  useAtMost: 0,
  restSince: null,
  slept: null,
})

/** Whether a nudge is to be seen as a notification: on a shared screen never. */
export const notifies = ({ sharing, channels }: NudgeSettings): boolean => !sharing && channels.notification

/** Whether reminders can come at all. */
export const areOn = (settings: NudgeSettings): boolean =>
  settings.mode.kind !== 'off' && (notifies(settings) || settings.sharing || settings.channels.badge)

const plans = new WeakMap<NudgeSettings, string>()

/** As much of the settings as a plan is made for. */
const planOf = (settings: NudgeSettings): string => {
  const { mode, hours, cap, gap } = settings
  const plan = plans.get(settings) ?? JSON.stringify([mode, hours, cap, gap])
  plans.set(settings, plan)
  return plan
}

/** Whether the person is away at `now`. A day begins at midnight, or where a window of the day before ends. */
export const isAway = (away: Ledger['away'], { now, settings }: NudgeContext): boolean => {
  if (away === null) return false
  if ('until' in away) return now.epochMilliseconds < away.until
  const today = now.toPlainDate().toString()
  return today < away.day || (today === away.day && inYesterdaysWindow(settings.hours, now))
}

/** How long a silence of the worker still counts as use, and no longer: its ten minutes, and what an alarm may be late. */
const watched = 12 * minute

const countUse = (ledger: Ledger, { context }: Step): void => {
  const { mode } = context.settings
  if (mode.kind !== 'every' || !areOn(context.settings)) {
    ledger.useAtMost = 0
    ledger.restSince = null
    return
  }
  const { previous } = ledger
  const at = context.now.epochMilliseconds
  const rested = (since: Instant) => at - since >= mode.minutes * minute
  if (previous === null) return
  const passed = at - previous.at
  const wasActive = previous.context.surroundings.presence === 'active'
  if (wasActive && passed > watched) ledger.restSince = previous.at
  else if (wasActive && passed > 0) ledger.useAtMost += passed
  if (context.surroundings.presence === 'active') {
    if (ledger.restSince !== null && rested(ledger.restSince)) ledger.useAtMost = 0
    ledger.restSince = null
  } else ledger.restSince ??= at
}

/** Time, zone and settings as they are now, before the event is looked at. */
export const passTime = (ledger: Ledger, step: Step, dueAt: Instant | null): void => {
  const { now, settings } = step.context
  const at = now.epochMilliseconds
  const { previous } = ledger
  ledger.jumped =
    previous !== null && (at < previous.at - 2 * minute || at > Math.max(previous.at, dueAt ?? 0) + 24 * hour)
  ledger.moved = previous !== null && previous.context.now.timeZoneId !== now.timeZoneId
  ledger.changed = previous !== null && planOf(previous.context.settings) !== planOf(settings)
  ledger.latest = ledger.jumped ? at : Math.max(ledger.latest, at)
  if (ledger.jumped) ledger.slept = null
  ledger.lastAt = Math.min(ledger.lastAt, at)
  ledger.begun = ledger.begun.filter(time => Math.abs(at - time) <= 72 * hour)
  if (ledger.away !== null && 'until' in ledger.away) {
    ledger.away = { until: Math.min(ledger.away.until, at + hour) }
  }
  if (!isAway(ledger.away, step.context)) ledger.away = null
  if (ledger.jumped || ledger.moved || ledger.changed || !areOn(settings)) ledger.told.clear()
  if (ledger.changed || (previous !== null && !areOn(previous.context.settings))) ledger.ignored = 0
  if (ledger.jumped || !areOn(settings)) ledger.snoozedTo = null
  countUse(ledger, step)
}

const tomorrow = ({ now, settings }: NudgeContext): Day =>
  dayOf(settings.hours, now).add({ days: 1 }).toString()

const apart = (one: number, other: number): number => {
  const distance = Math.abs(one - other)
  return Math.min(distance, 1_440 - distance)
}

/** The "bad moments" that count around `minuteOfDay`: half an hour to either side, for eight weeks. */
export const nearMoments = (ledger: Ledger, now: Temporal.ZonedDateTime): readonly BadMoment[] => {
  const oldest = now.toPlainDate().subtract({ days: 56 }).toString()
  const of = now.hour * 60 + now.minute
  return ledger.badMoments.filter(({ day, minute: said }) => day >= oldest && apart(said, of) <= 30)
}

/** A nudge or a check-in begins: gap and minutes of use count from here. */
export const begin = (ledger: Ledger, at: Instant): void => {
  ledger.lastAt = at
  ledger.useAtMost = 0
}

/** Whether the person is away for longer than until `day` begins. */
const isLonger = (away: Ledger['away'], day: Day, context: NudgeContext): boolean => {
  if (away === null) return false
  if ('day' in away) return away.day > day
  return !isAway({ day }, { ...context, now: zonedAt(away.until, context.now.timeZoneId) })
}

/** The event alone. `stood`: a nudge stood there when it came. */
export const hear = (ledger: Ledger, { event, context }: Step, stood: boolean): void => {
  const { now, settings } = context
  const at = now.epochMilliseconds
  const on = areOn(settings)
  if (!['wake', 'delivered', 'forget-bad-moments'].includes(event.kind)) ledger.ignored = 0
  if (event.kind === 'forget-bad-moments') {
    ledger.badMoments = ledger.badMoments.filter(({ minute: said }) => apart(said, event.minute) > 30)
  }
  if (event.kind === 'back') ledger.away = null
  // What was told to be dropped for the time away may be planned again.
  if (event.kind === 'back' || event.kind === 'away' || event.kind === 'not-now') ledger.told.clear()
  if (event.kind === 'answered') ledger.snoozedTo = null
  // Also while reminders are off: they may be on a minute later.
  if (event.kind === 'opened' || event.kind === 'clicked' || event.kind === 'answered') begin(ledger, at)
  if (!on) return
  if (stood && (event.kind === 'not-now' || event.kind === 'away')) ledger.useAtMost = 0
  if (event.kind === 'not-now' && event.reason === 'today') {
    const day = tomorrow(context)
    if (!isLonger(ledger.away, day, context)) ledger.away = { day }
    // Who wants none today wants no snooze either.
    ledger.snoozedTo = null
  }
  if (event.kind === 'not-now' && event.reason === 'moment') {
    ledger.badMoments.push({ minute: now.hour * 60 + now.minute, day: now.toPlainDate().toString() })
  }
  if (event.kind === 'snooze') ledger.snoozedTo = at + event.minutes * minute
  if (event.kind === 'away') {
    const { until } = event
    ledger.snoozedTo = null
    if (until === 'at-least-an-hour') {
      if (!isAway(ledger.away, { ...context, now: now.add({ hours: 1 }) })) ledger.away = { until: at + hour }
    } else if (until === 'hour') ledger.away = { until: at + hour }
    else ledger.away = { day: until === 'tomorrow' ? tomorrow(context) : until.day }
  }
}

/** How many nudges began on the civil day of `now`. */
export const begunOn = (ledger: Ledger, now: Temporal.ZonedDateTime): number => {
  const day = now.toPlainDate()
  return ledger.begun.filter(at => zonedAt(at, now.timeZoneId).toPlainDate().equals(day)).length
}
