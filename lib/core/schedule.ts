/** The nudge machine: what happens at a moment follows from what it remembers, the event, and its surroundings, and from nothing else. */
import { shareAt } from './bad-moments.ts'
import { catchUp } from './catch-up.ts'
import { numbersFrom } from './draw.ts'
import { withinHours } from './hours.ts'
import {
  type Decision,
  dropped,
  type NudgeContext,
  type NudgeEffect,
  type NudgeEvent,
  restart,
  type Shown,
  type Surroundings,
  show,
  stay,
  waiting,
} from './nudge-decision.ts'
import { emptyMemory, type Hindrance, heldFor, type Memory, type NudgeState } from './nudge-state.ts'
import { countsUse, countUse, earliestOf, objectionTo, planNext, settleFor, withoutTime } from './plan.ts'
import { channelsOf, type NudgeSettings } from './settings.ts'
import { takeEvent } from './take-event.ts'
import { type Instant, minute, zonedAt } from './time.ts'

export { nextWake } from './next-wake.ts'
export type { Decision, NudgeContext, NudgeEffect, NudgeEvent, Surroundings } from './nudge-decision.ts'
export { remindersOn } from './plan.ts'

const askEvery = minute

/** The machine before anything happened. */
export const firstState: NudgeState = { phase: 'off', memory: emptyMemory }

/** Whether the dot stands on the button: from the nudge until it is opened, answered or over. */
export const showsBadge = (state: NudgeState, settings: NudgeSettings): boolean =>
  state.phase === 'shown' && state.openedAt === null && channelsOf(settings).badge

const hindranceOf = (around: Surroundings, holdBack: NudgeSettings['holdBack']): Hindrance | null => {
  if (holdBack.idle && around.presence !== 'active') return around.presence
  if (holdBack.fullScreen && around.fullScreen) return 'full-screen'
  if (holdBack.sound && around.sound) return 'sound'
  return null
}

/** Whether a nudge stays away at a time of day at which "bad moment" was said before. */
const passesBy = ({ badMoments }: Memory, { now, seed }: NudgeContext): boolean =>
  badMoments.length > 0 && numbersFrom(seed)() >= shareAt(badMoments, now)

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
  const objection = objectionTo(memory, context) ?? (passesBy(memory, context) ? 'bad-moment' : null)
  const asked = state.asked && !late
  if (objection !== null && !asked) {
    const reason = late && objection !== 'away' ? 'late' : objection
    // Or the minutes of use that are full would bring the next one at once.
    const counting = objection === 'bad-moment' ? restart(memory, now) : memory
    return { state: waiting(counting), effects: [dropped(dueAt, reason)] }
  }
  if (late) {
    const missed = [dropped(dueAt, 'late')]
    const isToday = zonedAt(dueAt, at.timeZoneId).toPlainDate().equals(at.toPlainDate())
    // The time that was set for yesterday evening is not this morning's.
    if (settings.mode.kind === 'fixed' && !state.asked && !isToday) {
      return { state: waiting(memory), effects: missed }
    }
    return {
      state: { phase: 'waiting', dueAt: now + settleFor, asked: false, memory },
      effects: missed,
    }
  }
  const by = hindranceOf(surroundings, settings.holdBack)
  if (by === null) return show(memory, dueAt, context, false)
  return stay({ phase: 'held', plannedAt: dueAt, since: now, askAt: now + askEvery, by, asked, memory })
}

/**
 * Whether the notification is handed over now: at the moment at which the nudge begins, or, where the worker was killed in between,
 * at the next one that is still right. Until then the dot stands alone.
 */
const mayDeliver = (state: Shown, { now, settings, surroundings }: NudgeContext): boolean => {
  if (state.delivered || !channelsOf(settings).notification) return false
  if (state.sent || state.shownAt === now.epochMilliseconds) return true
  return withinHours(settings.hours, now) && hindranceOf(surroundings, settings.holdBack) === null
}

const held = (state: Extract<NudgeState, { phase: 'held' }>, context: NudgeContext): Decision => {
  const { now: at, settings, surroundings } = context
  const now = at.epochMilliseconds
  const by = hindranceOf(surroundings, settings.holdBack)
  const over = now >= state.since + heldFor
  if (over || (!state.asked && !withinHours(settings.hours, at))) {
    const known = { plannedAt: state.plannedAt, outcome: 'held-back', heldBackBy: state.by } as const
    return {
      state: waiting(restart(state.memory, now)),
      effects: [{ kind: 'record', id: null, known }],
    }
  }
  if (by === null) return show(state.memory, state.plannedAt, context, false)
  return stay(now < state.askAt ? state : { ...state, by, askAt: now + askEvery })
}

/** Plans where nothing is planned, or where the planned time has become one that may not be. */
const plan = (state: NudgeState, context: NudgeContext): Decision => {
  if (state.phase !== 'waiting' || state.asked) return stay(state)
  const { settings } = context
  const tooEarly = state.dueAt !== null && state.dueAt < earliestOf(state.memory, context)
  if (state.dueAt !== null && !tooEarly) return stay(state)
  const next = planNext(state.memory, settings.mode, context)
  return {
    state: { ...state, dueAt: next.dueAt, memory: next.memory },
    effects: next.dropped.map(({ at, reason }) => dropped(at, reason)),
  }
}

const count = (state: NudgeState, context: NudgeContext): NudgeState => {
  const { mode } = context.settings
  if (mode.kind !== 'every' || !countsUse(context.settings) || state.phase === 'off') return state
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
  step(takeEvent(state, event, context))
  if (state.phase === 'off') return { state, effects }
  step(plan(state, context))
  const now = context.now.epochMilliseconds
  if (state.phase === 'held') step(held(state, context))
  if (state.phase === 'waiting' && state.dueAt !== null && state.dueAt <= now) {
    step(due(state, state.dueAt, context))
  }
  step(plan(state, context))
  if (state.phase === 'shown' && mayDeliver(state, context)) effects.push({ kind: 'show', id: state.id })
  return { state, effects }
}
