/** What pages may ask the worker, and the nudge machine as a page sees it. */
import { ok, type Result } from '../core/result.ts'
import type { NudgeEvent } from '../core/schedule.ts'
import { isDay } from '../core/time.ts'
import type { NudgeDesk } from './nudge.ts'
import type { NudgeStatus, Nudges, PersonEvent } from './ports.ts'

export type Messages = {
  readonly 'nudge-status': { readonly ask: null; readonly answer: NudgeStatus }
  readonly 'nudge-tell': { readonly ask: PersonEvent; readonly answer: NudgeStatus }
}

type Handlers = {
  readonly [Kind in keyof Messages]: {
    read(ask: unknown): { readonly ask: Messages[Kind]['ask'] } | null
    answer(ask: Messages[Kind]['ask']): Promise<Result<Messages[Kind]['answer'], never>>
  }
}

const fieldsOf = (ask: unknown): { readonly [name: string]: unknown } =>
  typeof ask === 'object' && ask !== null ? (ask as { readonly [name: string]: unknown }) : {}

/** A person's event from a message; null for anything else. */
export const readPersonEvent = (ask: unknown): PersonEvent | null => {
  const { kind, reason, minutes, until, minute } = fieldsOf(ask)
  switch (kind) {
    case 'opened':
    case 'answered':
    case 'settings-changed':
    case 'back':
    case 'start-again':
    case 'send-now':
      return { kind }
    case 'not-now':
      return reason === 'moment' || reason === 'today' || reason === null ? { kind, reason } : null
    case 'snooze':
      return minutes === 5 || minutes === 15 || minutes === 60 ? { kind, minutes } : null
    case 'away': {
      if (until === 'hour' || until === 'tomorrow') return { kind, until }
      const { day } = fieldsOf(until)
      return isDay(day) ? { kind, until: { day } } : null
    }
    case 'forget-bad-moments':
      return Number.isInteger(minute) ? { kind, minute: minute as number } : null
    default:
      return null
  }
}

/** Changed settings are seen at every wake; telling of them is only asking for one. */
const eventOf = (event: PersonEvent): NudgeEvent =>
  event.kind === 'settings-changed' ? { kind: 'wake' } : event

/** The worker's side. A page that asks for the status wakes the machine, which changes nothing that is not due. */
export const nudgeHandlers = (desk: NudgeDesk): Handlers => ({
  'nudge-status': {
    read: () => ({ ask: null }),
    answer: async () => ok(await desk.handle({ kind: 'wake' })),
  },
  'nudge-tell': {
    read: ask => {
      const event = readPersonEvent(ask)
      return event === null ? null : { ask: event }
    },
    answer: async event => ok(await desk.handle(eventOf(event))),
  },
})

type AskWorker = <Kind extends keyof Messages>(
  kind: Kind,
  ask: Messages[Kind]['ask'],
) => Promise<Result<Messages[Kind]['answer'], unknown>>

/** A worker that does not answer at once may just be starting. */
const attempts = 2

/** The page's side: rejects where the worker cannot be reached, and nothing of a check-in depends on it. */
export const createNudges = (askWorker: AskWorker): Nudges => {
  const ask: (...asked: Parameters<AskWorker>) => Promise<NudgeStatus> = async (kind, what) => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const answer = await askWorker(kind, what)
      if (answer.ok) return answer.value
    }
    throw new Error('the worker did not answer')
  }
  return {
    status: () => ask('nudge-status', null),
    tell: event => ask('nudge-tell', event),
  }
}
