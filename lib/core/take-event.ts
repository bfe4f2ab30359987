/** The second part of a step: what the person, or the browser, did to the nudge. */
import { type Away, dayAfter, longerAway } from './away.ts'
import { withBadMoment, withoutBadMoments } from './bad-moments.ts'
import { resumeWithin } from './check-in.ts'
import {
  begun,
  type Decision,
  dropped,
  end,
  type NudgeContext,
  type NudgeEffect,
  type NudgeEvent,
  recorded,
  restart,
  show,
  stay,
  waiting,
} from './nudge-decision.ts'
import { type Memory, type NudgeState, nothingIgnored } from './nudge-state.ts'
import { assertNever } from './result.ts'
import type { NudgeMode } from './settings.ts'
import { hour, type Instant, minute } from './time.ts'

const open = (state: NudgeState, now: Instant): Decision => {
  const memory = begun(state.memory, now)
  if (state.phase === 'off') return stay({ ...state, memory })
  if (state.phase === 'held') {
    return { state: waiting(memory), effects: [dropped(state.plannedAt, 'person')] }
  }
  if (state.phase === 'waiting' && !state.asked && state.memory.use.since !== null)
    return stay(waiting(memory))
  if (state.phase !== 'shown') return stay({ ...state, memory })
  // The check-in can be gone on with for so long, and its answer is this nudge's.
  const expiresAt = now + resumeWithin
  if (state.openedAt !== null) return stay({ ...state, expiresAt, memory })
  return {
    state: { ...state, openedAt: now, expiresAt, delivered: true, memory },
    effects: [recorded(state, { openedAt: now })],
  }
}

const notNow = (
  state: NudgeState,
  reason: 'moment' | 'today' | null,
  { now: at, settings }: NudgeContext,
): Decision => {
  if (state.phase === 'off') return stay(state)
  const now = at.epochMilliseconds
  const { memory: known } = state
  const untilTomorrow = { day: dayAfter(at, settings.hours) }
  const memory: Memory = {
    ...known,
    away:
      reason === 'today' ? longerAway(untilTomorrow, known.away, settings.hours, at.timeZoneId) : known.away,
    badMoments: reason === 'moment' ? withBadMoment(known.badMoments, at) : known.badMoments,
  }
  if (state.phase === 'shown') {
    // Without this the minutes in which it stood there could bring the next one at once.
    const counting = restart(memory, now)
    return end({ ...state, memory: counting }, { answeredAt: now, outcome: 'not-now', reason })
  }
  if (reason === 'today' && state.phase === 'held') {
    return { state: waiting(memory), effects: [dropped(state.plannedAt, 'away')] }
  }
  // The reason is asked after the nudge has gone.
  const told: readonly NudgeEffect[] =
    reason !== null && memory.lastId !== null
      ? [{ kind: 'record', id: memory.lastId, known: { reason } }]
      : []
  const calledOff = reason === 'today' && state.phase === 'waiting' && state.asked
  return { state: calledOff ? waiting(memory) : { ...state, memory }, effects: told }
}

const snooze = (state: NudgeState, minutes: number, now: Instant): Decision => {
  if (state.phase === 'off') return stay(state)
  const ended =
    state.phase === 'shown'
      ? end(state, { answeredAt: now, outcome: 'snoozed' })
      : { state, effects: state.phase === 'held' ? [dropped(state.plannedAt, 'person')] : [] }
  const { memory } = ended.state
  const dueAt = now + minutes * minute
  return { state: { phase: 'waiting', dueAt, asked: true, memory }, effects: ended.effects }
}

const goAway = (
  state: NudgeState,
  until: Extract<NudgeEvent, { kind: 'away' }>['until'],
  { now: at, settings }: NudgeContext,
): Decision => {
  if (state.phase === 'off') return stay(state)
  const now = at.epochMilliseconds
  const forAnHour = { until: now + hour }
  const awayUntil = (): Away => {
    switch (until) {
      case 'hour':
        return forAnHour
      case 'at-least-an-hour':
        return longerAway(forAnHour, state.memory.away, settings.hours, at.timeZoneId)
      case 'tomorrow':
        return { day: dayAfter(at, settings.hours) }
      default:
        return { day: until.day }
    }
  }
  const away = awayUntil()
  // Away for a shorter time than before: what was left out of the plan may come after all.
  const days = state.memory.away === null ? state.memory.days : []
  const memory = { ...state.memory, away, days }
  if (state.phase === 'shown') {
    return end({ ...state, memory: restart(memory, now) }, { answeredAt: now, outcome: 'not-now' })
  }
  // Who goes away wants no snooze either.
  const effects = state.phase === 'held' ? [dropped(state.plannedAt, 'away')] : []
  return { state: waiting(memory), effects }
}

/** What was left out of today's plan for being away may come after all. */
const comeBack = (state: NudgeState): Decision => {
  if (state.memory.away === null) return stay(state)
  const memory = { ...state.memory, away: null, days: [] }
  return stay(state.phase === 'waiting' && !state.asked ? waiting(memory) : { ...state, memory })
}

const sendNow = (state: NudgeState, context: NudgeContext): Decision => {
  if (state.phase === 'off' || state.phase === 'shown') return stay(state)
  const { memory } = state
  const shown = show(memory, context.now.epochMilliseconds, context, true)
  const effects = state.phase === 'held' ? [dropped(state.plannedAt, 'person')] : []
  return { state: shown.state, effects: [...effects, ...shown.effects] }
}

/** What was ignored before is forgotten as soon as the person does something. */
const noticed = (state: NudgeState, event: NudgeEvent, mode: NudgeMode): NudgeState => {
  if (event.kind === 'wake' || event.kind === 'delivered' || event.kind === 'forget-bad-moments') return state
  if (state.memory.ignored === 0 && !state.memory.passedOver) return state
  const memory = { ...state.memory, ...nothingIgnored }
  // Fewer minutes of use lead to the next one again.
  const planAnew = mode.kind === 'every' && state.phase === 'waiting' && !state.asked
  return planAnew ? waiting(memory) : { ...state, memory }
}

/** The event alone; what is due meanwhile is looked at afterwards. */
export const takeEvent = (before: NudgeState, event: NudgeEvent, context: NudgeContext): Decision => {
  const now = context.now.epochMilliseconds
  const state = noticed(before, event, context.settings.mode)
  switch (event.kind) {
    case 'wake':
    case 'start-again':
      return stay(state)
    case 'delivered':
      return stay(state.phase === 'shown' && state.id === event.id ? { ...state, delivered: true } : state)
    case 'clicked': {
      const opened = open(state, now)
      const invited = state.phase === 'shown' && state.evening === true
      // Whatever became of the nudge meanwhile: who clicks gets a check-in.
      const opens = { kind: invited ? 'open-evening' : 'open-check-in' } as const
      return { state: opened.state, effects: [...opened.effects, opens] }
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
      return notNow(state, event.reason, context)
    case 'snooze':
      return snooze(state, event.minutes, now)
    case 'away':
      return goAway(state, event.until, context)
    case 'back':
      return comeBack(state)
    case 'send-now':
      return sendNow(state, context)
    case 'forget-bad-moments': {
      const badMoments = withoutBadMoments(state.memory.badMoments, event.minute)
      return stay({ ...state, memory: { ...state.memory, badMoments } })
    }
    default:
      return assertNever(event)
  }
}
