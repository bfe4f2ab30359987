/** The nudge machine: what happens at a moment follows from what it remembers, the event, and its surroundings, and from nothing else. */
import { catchUp } from './catch-up.ts'
import { withinHours } from './hours.ts'
import {
  begun,
  type Decision,
  dropped,
  type NudgeContext,
  type NudgeEffect,
  type NudgeEvent,
  restart,
  type Surroundings,
  stay,
  waiting,
} from './nudge-decision.ts'
import {
  emptyMemory,
  type Hindrance,
  heldFor,
  type Memory,
  type NudgeState,
  shownFor,
} from './nudge-state.ts'
import { capReached, countUse, earliestOf, planNext, withoutTime } from './plan.ts'
import type { NudgeSettings } from './settings.ts'
import { takeEvent } from './take-event.ts'
import { type Instant, minute } from './time.ts'

export { nextWake } from './next-wake.ts'
export type { Decision, NudgeContext, NudgeEffect, NudgeEvent, Surroundings } from './nudge-decision.ts'
export { remindersOn } from './plan.ts'

const askEvery = minute
/** After sleep or a closed browser the first minutes belong to the person. */
const settleFor = 2 * minute

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
  step(takeEvent(state, event, context))
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
