/** What the nudge machine remembers, and the tolerant reader that makes a valid state of anything stored. */
import type { Away } from './away.ts'
import type { Id } from './records.ts'
import { type Day, type Instant, isDay } from './time.ts'

/** What kept a due nudge from being shown. */
export type Hindrance = 'idle' | 'locked' | 'full-screen' | 'sound'

/** The times that were drawn for a day and have not had their turn, oldest first. A day is drawn once, and stays here when it is used up. */
export type PlannedDay = {
  readonly day: Day
  readonly times: readonly Instant[]
  /** In how many equal parts the day's hours were cut for random times; 0 where the times are not random. */
  readonly buckets: number
}

/** "Bad moment": the minute of the day at which it was said, and the day, so that it can be forgotten. */
export type BadMoment = { readonly minute: number; readonly day: Day }

/** Minutes of use since the last nudge, for the mode that counts them. */
export type Use = {
  /** Milliseconds of use that are over. */
  readonly spent: number
  /** Since when the person is active; null while they are not, or when that is not known. */
  readonly since: Instant | null
  /** Since when they are not. */
  readonly restSince: Instant | null
}

export type Phase =
  | { readonly phase: 'off' }
  /** `asked`: the person said when (snooze), so hours, gap and cap do not apply. Null where nothing can be planned. */
  | { readonly phase: 'waiting'; readonly dueAt: Instant | null; readonly asked: boolean }
  /** Due, but not at this moment; dropped when no better one comes. */
  | {
      readonly phase: 'held'
      readonly plannedAt: Instant
      readonly since: Instant
      readonly askAt: Instant
      readonly by: Hindrance
      readonly asked: boolean
    }
  /**
   * It expires 20 minutes after it was shown; once it is opened, as long after the latest opening as its check-in can be gone on with.
   * `openedAt` is the first opening; who opened it did not ignore it, even if no answer follows.
   * `delivered`: the browser took it, so it is not handed over again after the worker was killed in between.
   */
  | {
      readonly phase: 'shown'
      readonly id: Id
      readonly plannedAt: Instant
      readonly shownAt: Instant
      readonly expiresAt: Instant
      readonly openedAt: Instant | null
      readonly delivered: boolean
      /** The person sent it to see one: leaving it alone is not ignoring. */
      readonly sent: boolean
      /** It invites to a high and a low of the day. */
      readonly evening?: true
    }

export type Memory = {
  /** The latest time that the machine saw, and the zone it saw it in. */
  readonly tickAt: Instant | null
  readonly zone: string | null
  /** The settings that the plan was made for, as text; null adopts whatever the settings are. */
  readonly madeFor: string | null
  /** The latest nudge shown or check-in started: the gap counts from here. */
  readonly lastAt: Instant | null
  /** Nudges shown in the latest days: the cap counts these. */
  readonly recent: readonly Instant[]
  readonly days: readonly PlannedDay[]
  readonly use: Use
  /** No nudge while this lasts. */
  readonly away: Away | null
  /** How many nudges in a row ended without being opened. */
  readonly ignored: number
  /** After several ignored ones every other planned time is passed over: whether the latest one was. */
  readonly passedOver: boolean
  readonly badMoments: readonly BadMoment[]
  /** The latest nudge that ended, for a reason given afterwards. */
  readonly lastId: Id | null
  /** The day of the latest evening invitation. */
  readonly eveningDay?: Day
}

export type NudgeState = Phase & { readonly memory: Memory }

export const emptyUse: Use = { spent: 0, since: null, restSince: null }

/** As after anything that the person does. */
export const nothingIgnored: Pick<Memory, 'ignored' | 'passedOver'> = { ignored: 0, passedOver: false }

export const emptyMemory: Memory = {
  tickAt: null,
  zone: null,
  madeFor: null,
  lastAt: null,
  recent: [],
  days: [],
  use: emptyUse,
  away: null,
  ...nothingIgnored,
  badMoments: [],
  lastId: null,
}

/** How long a shown nudge that nobody opens stays before it ends in silence. */
export const shownFor = 20 * 60_000

/** How long a due nudge waits for a better moment. */
export const heldFor = 10 * 60_000

const latestInstant = 8.64e15
const rememberedNudges = 96
const rememberedDays = 16
/** So many "bad moments" are remembered. */
export const momentsAtMost = 20

type Stored = { readonly [name: string]: unknown }

const fields = (stored: unknown): Stored =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Stored) : {}

const isInstant = (stored: unknown): stored is Instant =>
  typeof stored === 'number' && Number.isInteger(stored) && stored >= 0 && stored <= latestInstant

const instant = (stored: unknown): Instant | null => (isInstant(stored) ? stored : null)

const text = (stored: unknown): string | null =>
  typeof stored === 'string' && stored !== '' && stored.length <= 4_000 ? stored : null

const instants = (stored: unknown): readonly Instant[] =>
  Array.isArray(stored) ? stored.filter(isInstant).sort((one, other) => one - other) : []

const isHindrance = (stored: unknown): stored is Hindrance =>
  stored === 'idle' || stored === 'locked' || stored === 'full-screen' || stored === 'sound'

const count = (stored: unknown, most: number): number =>
  typeof stored === 'number' && Number.isInteger(stored) && stored >= 0 ? Math.min(stored, most) : 0

const readAway = (stored: unknown): Away | null => {
  const { until, day } = fields(stored)
  if (isInstant(until)) return { until }
  return isDay(day) ? { day } : null
}

const readBadMoments = (stored: unknown): readonly BadMoment[] => {
  if (!Array.isArray(stored)) return []
  return stored
    .flatMap(entry => {
      const { minute, day } = fields(entry)
      const valid = typeof minute === 'number' && Number.isInteger(minute) && minute >= 0 && minute < 1440
      return valid && isDay(day) ? [{ minute, day }] : []
    })
    .slice(-momentsAtMost)
}

const readDays = (stored: unknown): readonly PlannedDay[] => {
  if (!Array.isArray(stored)) return []
  const byDay = new Map<Day, PlannedDay>()
  for (const entry of stored) {
    const { day, times, buckets } = fields(entry)
    if (!isDay(day)) continue
    byDay.set(day, {
      day,
      times: instants(times).slice(0, rememberedNudges),
      buckets: count(buckets, rememberedNudges),
    })
  }
  return [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1)).slice(-rememberedDays)
}

const readUse = (stored: unknown): Use => {
  const { spent, since, restSince } = fields(stored)
  return {
    spent: instant(spent) ?? 0,
    since: instant(since),
    restSince: isInstant(since) ? null : instant(restSince),
  }
}

const readMemory = (stored: unknown): Memory => {
  const memory = fields(stored)
  const { tickAt, zone, madeFor, lastAt, recent, days, use, away, lastId } = memory
  return {
    tickAt: instant(tickAt),
    zone: text(zone),
    madeFor: text(madeFor),
    lastAt: instant(lastAt),
    recent: instants(recent).slice(-rememberedNudges),
    days: readDays(days),
    use: readUse(use),
    away: readAway(away),
    ignored: count(memory['ignored'], latestInstant),
    passedOver: memory['passedOver'] === true,
    badMoments: readBadMoments(memory['badMoments']),
    lastId: text(lastId),
    ...(isDay(memory['eveningDay']) && { eveningDay: memory['eveningDay'] }),
  }
}

const readPhase = (stored: unknown): Phase => {
  const {
    phase,
    dueAt,
    asked,
    plannedAt,
    since,
    askAt,
    by,
    id,
    shownAt,
    expiresAt,
    openedAt,
    delivered,
    sent,
    evening,
  } = fields(stored)
  if (phase === 'waiting') return { phase, dueAt: instant(dueAt), asked: asked === true && isInstant(dueAt) }
  if (phase === 'held' && isInstant(plannedAt) && isInstant(since) && isHindrance(by)) {
    return { phase, plannedAt, since, askAt: instant(askAt) ?? since, by, asked: asked === true }
  }
  const name = text(id)
  if (phase === 'shown' && name !== null && isInstant(plannedAt) && isInstant(shownAt)) {
    return {
      phase,
      id: name,
      plannedAt,
      shownAt,
      expiresAt: instant(expiresAt) ?? shownAt + shownFor,
      openedAt: instant(openedAt),
      delivered: delivered === true,
      sent: sent === true,
      ...(evening === true && { evening }),
    }
  }
  return { phase: 'off' }
}

/** A valid state from any value; what is missing or wrong is as if the machine had just started. */
export const readNudgeState = (stored: unknown): NudgeState => ({
  ...readPhase(stored),
  memory: readMemory(fields(stored)['memory']),
})

/** Whether everything that is stored stands in what was read of it; fields that came with a newer Thaw may be missing. */
const stands = (stored: unknown, read: unknown): boolean => {
  if (typeof stored !== 'object' || stored === null) return Object.is(stored, read)
  if (typeof read !== 'object' || read === null || Array.isArray(stored) !== Array.isArray(read)) return false
  if (Array.isArray(stored) && stored.length !== (read as readonly unknown[]).length) return false
  return Object.entries(stored).every(([name, value]) => stands(value, Reflect.get(read, name)))
}

/** Whether a stored state can be read as it is, so that nothing of it has to be put right. */
export const isIntact = (stored: unknown): boolean => stands(stored, readNudgeState(stored))
