/** What the nudge machine is told and what it decides, and the small decisions that its parts share. */
import { invitesToEvening } from './evening.ts'
import { type Memory, type NudgeState, shownFor } from './nudge-state.ts'
import type { DropReason, Fields, Id } from './records.ts'
import type { NudgeSettings } from './settings.ts'
import { type Day, type Instant, momentOf } from './time.ts'

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
  /** No nudge for an hour, for at least an hour where a longer time was chosen before, until tomorrow, or until that day begins. */
  | {
      readonly kind: 'away'
      readonly until: 'hour' | 'at-least-an-hour' | 'tomorrow' | { readonly day: Day }
    }
  /** Back before that time is over. */
  | { readonly kind: 'back' }
  /** The person wants reminders again after Thaw went quiet. */
  | { readonly kind: 'start-again' }
  /** The person wants to see one now, whatever hours, cap, gap and surroundings say. */
  | { readonly kind: 'send-now' }
  /** What was said of "bad moments" around this minute of the day no longer counts. */
  | { readonly kind: 'forget-bad-moments'; readonly minute: number }

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
  /** An invitation to a high and a low of the day fits; not there where nobody asked. */
  readonly evening?: boolean
}

export type NudgeEffect =
  /** Shows the notification; the badge, and when the notification goes, follow from the state: `showsBadge`, `standing`. */
  | { readonly kind: 'show'; readonly id: Id }
  | { readonly kind: 'open-check-in' }
  /** The place where a high and a low of the day are written. */
  | { readonly kind: 'open-evening' }
  /** What is now known of a nudge. Without an id it is one that never began. */
  | {
      readonly kind: 'record'
      readonly id: Id | null
      readonly known: Partial<Fields<'nudges'>>
    }

export type Decision = { readonly state: NudgeState; readonly effects: readonly NudgeEffect[] }

/** Nothing is planned yet. */
export const waiting = (memory: Memory): NudgeState => ({
  phase: 'waiting',
  dueAt: null,
  asked: false,
  memory,
})

/** A planned time that no nudge came of, and why. */
export const dropped = (plannedAt: Instant, reason: DropReason): NudgeEffect => ({
  kind: 'record',
  id: null,
  known: { plannedAt, outcome: 'dropped', reason },
})

export type Shown = Extract<NudgeState, { phase: 'shown' }>

/** A record of everything known, not of what is new alone: a worker that was killed may not have written what it knew before. */
export const recorded = (state: Shown, known: Partial<Fields<'nudges'>>): NudgeEffect => {
  const { plannedAt, shownAt, openedAt } = state
  return { kind: 'record', id: state.id, known: { plannedAt, shownAt, openedAt, ...known } }
}

/** Ends the nudge that is shown; what comes next is planned afterwards. */
export const end = (state: Shown, known: Partial<Fields<'nudges'>>): Decision => ({
  state: waiting({ ...state.memory, lastId: state.id }),
  effects: [recorded(state, known)],
})

export const stay = (state: NudgeState): Decision => ({ state, effects: [] })

/** The minutes of use count from here. */
export const restart = (memory: Memory, now: Instant): Memory => ({
  ...memory,
  use: { spent: 0, since: memory.use.since === null ? null : now, restSince: memory.use.restSince },
})

/** A check-in begins: it counts for the gap, and for the minutes of use. */
export const begun = (memory: Memory, now: Instant): Memory => ({ ...restart(memory, now), lastAt: now })

/** A nudge begins; `sent` when the person asked to see one. */
export const show = (
  memory: Memory,
  plannedAt: Instant,
  { now: at, id, settings, evening = false }: NudgeContext,
  sent: boolean,
): Decision => {
  const now = at.epochMilliseconds
  const invites = !sent && invitesToEvening(memory, settings, at, evening)
  return {
    state: {
      phase: 'shown',
      id,
      plannedAt,
      shownAt: now,
      expiresAt: now + shownFor,
      openedAt: null,
      delivered: false,
      sent,
      ...(invites && { evening: true }),
      memory: {
        ...begun(memory, now),
        passedOver: false,
        recent: [...memory.recent, now].sort((one, other) => one - other),
        ...(invites && { eveningDay: momentOf(at).day }),
      },
    },
    effects: [{ kind: 'record', id, known: { plannedAt, shownAt: now } }],
  }
}
