/** The nudge machine: what happens at a moment follows from what it remembers, the event, and its surroundings, and from nothing else. */
import { resumeWithin } from './check-in.ts'
import { withinHours } from './hours.ts'
import {
  emptyMemory,
  emptyUse,
  type Hindrance,
  type Memory,
  type NudgeState,
  shownFor,
} from './nudge-state.ts'
import { capReached, countUse, earliestOf, planNext, recentOf, watchedFor, withoutTime } from './plan.ts'
import type { Fields, Id } from './records.ts'
import { assertNever } from './result.ts'
import type { NudgeSettings } from './settings.ts'
import { hour, type Instant, minute } from './time.ts'

export type NudgeEvent =
  /** Time passed, the browser started, or something in the surroundings changed. Safe to repeat. */
  | { readonly kind: 'wake' }
  /** The browser took the notification. */
  | { readonly kind: 'delivered'; readonly id: Id }
  /** The reminder was clicked. */
  | { readonly kind: 'clicked' }
  /** A check-in was opened, from a nudge or without one, or was gone on with. */
  | { readonly kind: 'opened' }
  /** An answer of a check-in was kept. A nudge that is shown ends as answered, whether it or something else led there. */
  | { readonly kind: 'answered' }
  | { readonly kind: 'not-now'; readonly reason: 'moment' | 'today' | null }
  | { readonly kind: 'snooze'; readonly minutes: number }

export type Surroundings = {
  readonly presence: 'active' | 'idle' | 'locked'
  readonly fullScreen: boolean
  readonly sound: boolean
}

export type NudgeContext = {
  readonly now: Temporal.ZonedDateTime
  readonly settings: NudgeSettings
  readonly surroundings: Surroundings
  /** A whole number in [0, 2^32), uniform, new at every event. */
  readonly seed: number
  /** The name of the nudge that may begin at this event, new at every event. */
  readonly id: Id
}

export type NudgeEffect =
  /** Shows the notification; the badge follows from the state, see `showsBadge`. */
  | { readonly kind: 'show'; readonly id: Id }
  | { readonly kind: 'clear'; readonly id: Id }
  | { readonly kind: 'open-check-in' }
  /** What is now known of a nudge. Without an id it is one that never began. */
  | {
      readonly kind: 'record'
      readonly id: Id | null
      readonly known: Partial<Fields<'nudges'>>
    }

export type Decision = { readonly state: NudgeState; readonly effects: readonly NudgeEffect[] }

/** How long a due nudge waits for a better moment. */
export const heldFor = 10 * minute
const askEvery = minute
/** After sleep or a closed browser the first minutes belong to the person. */
const settleFor = 2 * minute
const clockBack = 2 * minute
const clockJump = 24 * hour

/** Nothing can be planned without a mode, nor without a way to be seen. */
export const remindersOn = ({ mode, channels }: NudgeSettings): boolean =>
  mode.kind !== 'off' && (channels.notification || channels.badge)

/** The machine before anything happened. */
export const firstState: NudgeState = { phase: 'off', memory: emptyMemory }

/** Whether the dot stands on the button: from the nudge until it is opened, answered or over. */
export const showsBadge = (state: NudgeState, settings: NudgeSettings): boolean =>
  state.phase === 'shown' && state.openedAt === null && settings.channels.badge

const hindranceOf = (around: Surroundings, holdBack: NudgeSettings['holdBack']): Hindrance | null => {
  if (holdBack.idle && around.presence !== 'active') return around.presence
  if (holdBack.fullScreen && around.fullScreen) return 'full-screen'
  if (holdBack.sound && around.sound) return 'sound'
  return null
}

const madeFor = ({ mode, hours, cap, gap }: NudgeSettings): string => JSON.stringify([mode, hours, cap, gap])

const waiting = (memory: Memory): NudgeState => ({ phase: 'waiting', dueAt: null, asked: false, memory })

const dropped = (
  plannedAt: Instant,
  known: Partial<Fields<'nudges'>> = { outcome: 'dropped' },
): NudgeEffect => ({ kind: 'record', id: null, known: { plannedAt, ...known } })

type Shown = Extract<NudgeState, { phase: 'shown' }>

/** Ends the nudge that is shown; what comes next is planned afterwards. */
const end = (state: Shown, known: Partial<Fields<'nudges'>>): Decision => ({
  state: waiting({ ...state.memory, lastId: state.id }),
  effects: [
    { kind: 'record', id: state.id, known },
    { kind: 'clear', id: state.id },
  ],
})

const stay = (state: NudgeState): Decision => ({ state, effects: [] })

/** Brings an old state up to the clock, the zone and the settings of this moment. */
const catchUp = (state: NudgeState, context: NudgeContext): Decision => {
  const now = context.now.epochMilliseconds
  const { zone: before, tickAt } = state.memory
  const zone = context.now.timeZoneId
  const made = madeFor(context.settings)
  const back = tickAt !== null && now < tickAt - clockBack
  // What was planned is still right until it is a day late.
  const expected = Math.max(tickAt ?? now, nextWake(state) ?? 0)
  const jumped = back || now > expected + clockJump
  const moved = before !== null && before !== zone
  const changed = state.memory.madeFor !== null && state.memory.madeFor !== made
  /** A snooze is the person's own time: other settings or another zone leave it where it is. */
  const stands = (asked: boolean) => !jumped && (asked || !(moved || changed))
  const memory: Memory = {
    ...state.memory,
    tickAt: now,
    zone,
    madeFor: made,
    // A clock that was set back must not make the gap last until the old time comes again.
    lastAt: state.memory.lastAt === null ? null : Math.min(state.memory.lastAt, now),
    recent: recentOf(state.memory.recent, now),
    days: jumped || moved || changed ? [] : state.memory.days,
    use: jumped || context.settings.mode.kind !== 'every' ? emptyUse : state.memory.use,
  }
  if (!remindersOn(context.settings)) {
    const ended = state.phase === 'shown' ? end(state, { outcome: 'dropped' }).effects : []
    const kept = {
      ...memory,
      days: [],
      use: emptyUse,
      lastId: state.phase === 'shown' ? state.id : memory.lastId,
    }
    return { state: { phase: 'off', memory: kept }, effects: ended }
  }
  switch (state.phase) {
    case 'off':
      return stay(waiting({ ...memory, days: [], use: emptyUse }))
    case 'waiting': {
      if (stands(state.asked)) return stay({ ...state, memory })
      const missed = state.dueAt !== null && state.dueAt <= now ? [dropped(state.dueAt)] : []
      return { state: waiting(memory), effects: missed }
    }
    case 'held':
      if (stands(state.asked)) return stay({ ...state, memory })
      return { state: waiting(memory), effects: [dropped(state.plannedAt)] }
    case 'shown': {
      const longest = state.openedAt === null ? shownFor : resumeWithin
      const expiresAt = Math.min(state.expiresAt, now + longest)
      const shown: Shown = { ...state, expiresAt, memory }
      return expiresAt <= now ? end(shown, { outcome: 'expired' }) : stay(shown)
    }
    default:
      return assertNever(state)
  }
}

/** The minutes of use count from here. */
const restart = (memory: Memory, now: Instant): Memory => ({
  ...memory,
  use: { spent: 0, since: memory.use.since === null ? null : now, restSince: memory.use.restSince },
})

/** A check-in begins: it counts for the gap, and for the minutes of use. */
const begun = (memory: Memory, now: Instant): Memory => ({ ...restart(memory, now), lastAt: now })

const open = (state: NudgeState, now: Instant): Decision => {
  if (state.phase === 'off') return stay(state)
  const memory = begun(state.memory, now)
  if (state.phase === 'held') return { state: waiting(memory), effects: [dropped(state.plannedAt)] }
  if (state.phase === 'waiting' && !state.asked && state.memory.use.since !== null)
    return stay(waiting(memory))
  if (state.phase !== 'shown') return stay({ ...state, memory })
  // The check-in can be gone on with for so long, and its answer is this nudge's.
  const expiresAt = now + resumeWithin
  if (state.openedAt !== null) return stay({ ...state, expiresAt, memory })
  return {
    state: { ...state, openedAt: now, expiresAt, delivered: true, memory },
    effects: [
      { kind: 'record', id: state.id, known: { openedAt: now } },
      { kind: 'clear', id: state.id },
    ],
  }
}

const startOfTomorrow = (now: Temporal.ZonedDateTime): Instant =>
  now.toPlainDate().add({ days: 1 }).toZonedDateTime(now.timeZoneId).epochMilliseconds

const notNow = (
  state: NudgeState,
  reason: 'moment' | 'today' | null,
  at: Temporal.ZonedDateTime,
): Decision => {
  if (state.phase === 'off') return stay(state)
  const now = at.epochMilliseconds
  const memory = reason === 'today' ? { ...state.memory, awayUntil: startOfTomorrow(at) } : state.memory
  if (state.phase === 'shown') {
    return end({ ...state, memory }, { answeredAt: now, outcome: 'not-now', reason })
  }
  // The reason is asked after the nudge has gone.
  const told: readonly NudgeEffect[] =
    reason !== null && memory.lastId !== null
      ? [{ kind: 'record', id: memory.lastId, known: { reason } }]
      : []
  return { state: { ...state, memory }, effects: told }
}

const snooze = (state: NudgeState, minutes: number, now: Instant): Decision => {
  if (state.phase === 'off') return stay(state)
  const ended =
    state.phase === 'shown'
      ? end(state, { answeredAt: now, outcome: 'snoozed' })
      : { state, effects: state.phase === 'held' ? [dropped(state.plannedAt)] : [] }
  const { memory } = ended.state
  const dueAt = now + minutes * minute
  return { state: { phase: 'waiting', dueAt, asked: true, memory }, effects: ended.effects }
}

const take = (state: NudgeState, event: NudgeEvent, context: NudgeContext): Decision => {
  const now = context.now.epochMilliseconds
  switch (event.kind) {
    case 'wake':
      return stay(state)
    case 'delivered':
      return stay(state.phase === 'shown' && state.id === event.id ? { ...state, delivered: true } : state)
    case 'clicked': {
      const opened = open(state, now)
      // Whatever became of the nudge meanwhile: who clicks gets a check-in.
      return { state: opened.state, effects: [...opened.effects, { kind: 'open-check-in' }] }
    }
    case 'opened':
      return open(state, now)
    case 'answered': {
      const opened = open(state, now)
      if (opened.state.phase === 'shown') {
        const ended = end(opened.state, { answeredAt: now, outcome: 'answered' })
        return { state: ended.state, effects: [...opened.effects, ...ended.effects] }
      }
      // A check-in is what the snooze was to bring about.
      return opened.state.phase === 'waiting' && opened.state.asked
        ? { state: waiting(opened.state.memory), effects: opened.effects }
        : opened
    }
    case 'not-now':
      return notNow(state, event.reason, context.now)
    case 'snooze':
      return snooze(state, event.minutes, now)
    default:
      return assertNever(event)
  }
}

const show = (memory: Memory, plannedAt: Instant, { now: at, id }: NudgeContext): Decision => {
  const now = at.epochMilliseconds
  return {
    state: {
      phase: 'shown',
      id,
      plannedAt,
      shownAt: now,
      expiresAt: now + shownFor,
      openedAt: null,
      delivered: false,
      memory: { ...begun(memory, now), recent: [...memory.recent, now].sort((one, other) => one - other) },
    },
    effects: [{ kind: 'record', id, known: { plannedAt, shownAt: now } }],
  }
}

/** What a due nudge may do at this moment. */
const due = (
  state: Extract<NudgeState, { phase: 'waiting' }>,
  dueAt: Instant,
  context: NudgeContext,
): Decision => {
  const { now: at, settings, surroundings } = context
  const now = at.epochMilliseconds
  const memory = withoutTime(state.memory, dueAt)
  const late = now - dueAt > heldFor
  const allowed =
    withinHours(settings.hours, at) && !capReached(memory, context) && now >= earliestOf(memory, settings)
  const asked = state.asked && !late
  if (!allowed && !asked) return { state: waiting(memory), effects: [dropped(dueAt)] }
  if (late) return stay({ phase: 'waiting', dueAt: now + settleFor, asked: false, memory })
  const by = hindranceOf(surroundings, settings.holdBack)
  if (by === null) return show(memory, dueAt, context)
  return stay({ phase: 'held', plannedAt: dueAt, since: now, askAt: now + askEvery, by, asked, memory })
}

const held = (state: Extract<NudgeState, { phase: 'held' }>, context: NudgeContext): Decision => {
  const { now: at, settings, surroundings } = context
  const now = at.epochMilliseconds
  const by = hindranceOf(surroundings, settings.holdBack)
  const over = now >= state.since + heldFor
  if (over || (!state.asked && !withinHours(settings.hours, at))) {
    const known = { outcome: 'held-back', heldBackBy: state.by } as const
    return { state: waiting(restart(state.memory, now)), effects: [dropped(state.plannedAt, known)] }
  }
  if (by === null) return show(state.memory, state.plannedAt, context)
  return stay(now < state.askAt ? state : { ...state, by, askAt: now + askEvery })
}

/** Plans where nothing is planned, or where the planned time has become one that may not be. */
const plan = (state: NudgeState, context: NudgeContext): Decision => {
  if (state.phase !== 'waiting' || state.asked) return stay(state)
  const { settings } = context
  const tooEarly = state.dueAt !== null && state.dueAt < earliestOf(state.memory, settings)
  if (state.dueAt !== null && !tooEarly) return stay(state)
  const next = planNext(state.memory, settings.mode, context)
  return {
    state: { ...state, dueAt: next.dueAt, memory: next.memory },
    effects: next.dropped.map(time => dropped(time)),
  }
}

const count = (state: NudgeState, context: NudgeContext): NudgeState => {
  const { mode } = context.settings
  if (mode.kind !== 'every' || state.phase === 'off') return state
  const now = context.now.epochMilliseconds
  const use = countUse(state.memory, mode.minutes * minute, context.surroundings.presence, now)
  if (use === state.memory.use) return state
  const memory = { ...state.memory, use }
  // The due time follows from the minutes counted.
  return state.phase === 'waiting' && !state.asked ? waiting(memory) : { ...state, memory }
}

/**
 * The one step of the machine. It is idempotent: the same event at the same time changes nothing more. The caller saves the state
 * before it performs the effects, so that a worker killed in between loses an effect and never doubles one.
 */
export const decide = (before: NudgeState, event: NudgeEvent, context: NudgeContext): Decision => {
  const effects: NudgeEffect[] = []
  let state = count(before, context)
  const step = (decision: Decision) => {
    state = decision.state
    effects.push(...decision.effects)
  }
  step(catchUp(state, context))
  state = count(state, context)
  step(take(state, event, context))
  if (state.phase === 'off') return { state, effects }
  step(plan(state, context))
  const now = context.now.epochMilliseconds
  if (state.phase === 'held') step(held(state, context))
  if (state.phase === 'waiting' && state.dueAt !== null && state.dueAt <= now) {
    step(due(state, state.dueAt, context))
  }
  step(plan(state, context))
  if (state.phase === 'shown' && !state.delivered && context.settings.channels.notification) {
    effects.push({ kind: 'show', id: state.id })
  }
  return { state, effects }
}

const nextDue = (state: NudgeState): Instant | null => {
  switch (state.phase) {
    case 'off':
      return null
    case 'waiting':
      return state.dueAt
    case 'held':
      return Math.min(state.askAt, state.since + heldFor)
    case 'shown':
      return state.expiresAt
    default:
      return assertNever(state)
  }
}

/**
 * When the machine must be woken next, whatever happens until then; null when nothing is due. While minutes of use count towards
 * something, it is woken every `watchedFor` of them, on a grid that no other wake moves: a longer silence counts as a break.
 */
export const nextWake = (state: NudgeState): Instant | null => {
  const dueAt = nextDue(state)
  const { use, tickAt } = state.memory
  if (dueAt === null || use.since === null || tickAt === null) return dueAt
  const watches = Math.floor((tickAt - use.since) / watchedFor) + 1
  return Math.min(dueAt, use.since + watches * watchedFor)
}
