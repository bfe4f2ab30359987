/** The first part of a step: brings an old state up to the clock, the zone and the settings of this moment. */
import { type Away, awayAtMost, awayEnds } from './away.ts'
import { resumeWithin } from './check-in.ts'
import { nextWake } from './next-wake.ts'
import {
  type Decision,
  dropped,
  end,
  type NudgeContext,
  restart,
  type Shown,
  stay,
  waiting,
} from './nudge-decision.ts'
import { emptyUse, type Memory, type NudgeState, nothingIgnored, shownFor } from './nudge-state.ts'
import { countsUse, recentOf, remindersOn } from './plan.ts'
import { assertNever } from './result.ts'
import type { NudgeSettings } from './settings.ts'
import { hour, minute } from './time.ts'

const clockBack = 2 * minute
const clockJump = 24 * hour

const madeFor = ({ mode, hours, cap, gap }: NudgeSettings): string => JSON.stringify([mode, hours, cap, gap])

/** The time away, while it lasts. */
const awayAt = (away: Away | null, { now: at, settings }: NudgeContext): Away | null => {
  if (away === null) return null
  const now = at.epochMilliseconds
  if (awayEnds(away, settings.hours, at.timeZoneId) <= now) return null
  return 'until' in away ? { until: Math.min(away.until, now + awayAtMost) } : away
}

/** How late the wake at its end may be. Later, and the machine slept or the browser was closed: nobody could see it. */
const endsWithin = 5 * minute

/** Left alone, it ends in silence. One that was opened, that the person sent, or that ended while nothing ran was not ignored. */
const expire = (state: Shown, { now: at, settings: { mode } }: NudgeContext): Decision => {
  const now = at.epochMilliseconds
  const { spent, since } = state.memory.use
  const used = spent + (since === null ? 0 : now - since)
  // Otherwise the next one would stand there at once.
  const full = mode.kind === 'every' && used >= mode.minutes * minute
  const memory = full ? restart(state.memory, now) : state.memory
  const ignored = state.openedAt === null && !state.sent && now - state.expiresAt <= endsWithin
  return end(
    { ...state, memory: ignored ? { ...memory, ignored: memory.ignored + 1 } : memory },
    { outcome: 'expired' },
  )
}

/** What was planned stays, unless the clock jumped, or zone or settings are others; a nudge whose time is over ends. */
export const catchUp = (state: NudgeState, context: NudgeContext): Decision => {
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
  // Only a clock that went back was surely set: a day or more that passed was a browser that was closed.
  const reason = back ? 'clock' : jumped ? 'late' : moved ? 'zone' : 'settings'
  const memory: Memory = {
    ...state.memory,
    tickAt: now,
    zone,
    madeFor: made,
    // A clock that was set back must not make the gap last until the old time comes again.
    lastAt: state.memory.lastAt === null ? null : Math.min(state.memory.lastAt, now),
    recent: recentOf(state.memory.recent, now),
    days: jumped || moved || changed ? [] : state.memory.days,
    away: awayAt(state.memory.away, context),
    use: jumped || !countsUse(context.settings) ? emptyUse : state.memory.use,
    // Who switches reminders on, or chooses other ones, wants them.
    ...(changed || state.phase === 'off' ? nothingIgnored : {}),
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
      const missed = state.dueAt !== null && state.dueAt <= now ? [dropped(state.dueAt, reason)] : []
      return { state: waiting(memory), effects: missed }
    }
    case 'held':
      if (stands(state.asked)) return stay({ ...state, memory })
      return { state: waiting(memory), effects: [dropped(state.plannedAt, reason)] }
    case 'shown': {
      const longest = state.openedAt === null ? shownFor : resumeWithin
      const expiresAt = Math.min(state.expiresAt, now + longest)
      const shown: Shown = { ...state, expiresAt, memory }
      return expiresAt <= now ? expire(shown, context) : stay(shown)
    }
    default:
      return assertNever(state)
  }
}
