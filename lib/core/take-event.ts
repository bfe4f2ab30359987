/** The second part of a step: what the person, or the browser, did to the nudge. */
import { resumeWithin } from './check-in.ts'
import {
  begun,
  type Decision,
  dropped,
  end,
  type NudgeContext,
  type NudgeEffect,
  type NudgeEvent,
  restart,
  stay,
  waiting,
} from './nudge-decision.ts'
import type { NudgeState } from './nudge-state.ts'
import { assertNever } from './result.ts'
import { type Instant, minute } from './time.ts'

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
    // Without this the minutes in which it stood there could bring the next one at once.
    const counting = restart(memory, now)
    return end({ ...state, memory: counting }, { answeredAt: now, outcome: 'not-now', reason })
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

/** The event alone; what is due meanwhile is looked at afterwards. */
export const takeEvent = (state: NudgeState, event: NudgeEvent, context: NudgeContext): Decision => {
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
