/** Every setting with its default, and the tolerant reader that makes valid settings of anything stored. */
import { readFirstAlone } from './first-alone.ts'
import { type PauseGoal, pauseGoals } from './pause-goal.ts'
import { type PauseKind, pauseKinds } from './pause-kinds.ts'
import { plainTempo, readTempo, type Tempo } from './tempo.ts'

/** A span of a day in minutes after midnight; `to` at or before `from` crosses midnight. */
export type Hours = { readonly from: number; readonly to: number }

export type NudgeMode =
  | { readonly kind: 'off' }
  | { readonly kind: 'random'; readonly perDay: number }
  | { readonly kind: 'every'; readonly minutes: number }
  | { readonly kind: 'fixed'; readonly times: readonly number[] }

/** Monday first, as ISO weekdays 1–7. */
export type WeekHours = readonly [
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
]

export type NudgeSettings = {
  readonly mode: NudgeMode
  readonly hours: WeekHours
  /** At most so many a day. */
  readonly cap: number
  /** Minutes between two nudges at least. */
  readonly gap: number
  readonly channels: { readonly notification: boolean; readonly badge: boolean }
  readonly holdBack: { readonly idle: boolean; readonly fullScreen: boolean; readonly sound: boolean }
  /** The screen is often shared: the badge alone, and a plain cover before the first question. */
  readonly sharing: boolean
  /** In the evening a reminder leads to a high and a low of the day. */
  readonly evening: boolean
}

export type PauseSettings = {
  /** Kinds of which nothing is offered; each can still be picked. */
  readonly offKinds: readonly PauseKind[]
  /** Offers take at most so many seconds; null for any length. */
  readonly atMost: number | null
  /** Pauses that are off until switched on, and were. */
  readonly switchedOn: readonly string[]
  /** A soft sound at each step and breath. */
  readonly sound: boolean
  readonly tempo: Tempo
  /** What pauses are for, as the person said it; null until they do, and offers come evenly. */
  readonly goal: PauseGoal | null
  /** Quiet pauses come in between, to compare; off until the person says yes. */
  readonly compare: boolean
  /** The check-ins in which the two questions about that were asked, each once. */
  readonly askedIn: { readonly goal: string | null; readonly compare: string | null }
}

export type Settings = {
  /** The welcome was seen, and its question answered or passed over. */
  readonly welcomed: boolean
  /** The welcome's question has no answer yet, and may be asked once more, after the first check-in. */
  readonly askAgain: boolean
  readonly nudges: NudgeSettings
  /** ISO 3166 alpha-2 of the help numbers shown; null until it is guessed from the language or chosen. */
  readonly country: string | null
  /** Text fields let the browser check spelling; off, because some browsers check it on a server. */
  readonly spellcheck: boolean
  /** The private tags can be picked; off until the person switches them on. */
  readonly privateTags: boolean
  /** The first question stands alone: what comes after it is asked for. */
  readonly firstAlone: boolean
  /** A word where a backup is worth one. */
  readonly backupReminder: boolean
  /** Someone to talk to is offered where something that was written sounds like a lot. */
  readonly noteCard: boolean
  /** A word where a doctor or therapist could look at something with the person. */
  readonly helpCard: boolean
  readonly pauses: PauseSettings
}

/** The ways in which a reminder really shows itself. */
export const channelsOf = ({ channels, sharing }: NudgeSettings): NudgeSettings['channels'] =>
  sharing ? { notification: false, badge: true } : channels

const workingDay: readonly Hours[] = [{ from: 9 * 60, to: 21 * 60 }]

/** Reminders are off until the person says yes; what they get then is here too. */
export const defaultSettings: Settings = {
  welcomed: false,
  askAgain: true,
  nudges: {
    mode: { kind: 'off' },
    hours: [workingDay, workingDay, workingDay, workingDay, workingDay, workingDay, workingDay],
    cap: 6,
    gap: 90,
    channels: { notification: true, badge: true },
    holdBack: { idle: true, fullScreen: true, sound: true },
    sharing: false,
    evening: false,
  },
  country: null,
  spellcheck: false,
  privateTags: false,
  firstAlone: false,
  backupReminder: true,
  noteCard: true,
  helpCard: true,
  pauses: {
    offKinds: [],
    atMost: null,
    switchedOn: [],
    sound: false,
    tempo: plainTempo,
    goal: null,
    compare: false,
    askedIn: { goal: null, compare: null },
  },
}

/** The longest offers that can be chosen, in seconds. */
export const pauseLengths = [30, 60, 120] as const

/** What a yes means where nothing else was chosen. */
export const defaultPerDay = 3

/** Smallest and greatest value of each number, both allowed; forms use them too. */
export const nudgeLimits = {
  perDay: { from: 1, to: 24 },
  minutes: { from: 5, to: 600 },
  cap: { from: 1, to: 24 },
  gap: { from: 0, to: 720 },
} as const

/** At most so many fixed times a day. */
export const mostTimes = 24
/** At most so many spans of hours a day. */
export const mostWindows = 8

type Stored = { readonly [name: string]: unknown }

const fields = (stored: unknown): Stored =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Stored) : {}

const flag = (stored: unknown, standard: boolean): boolean =>
  typeof stored === 'boolean' ? stored : standard

const whole = (
  stored: unknown,
  limit: { readonly from: number; readonly to: number },
  standard: number,
): number =>
  typeof stored === 'number' && Number.isFinite(stored)
    ? Math.min(limit.to, Math.max(limit.from, Math.round(stored)))
    : standard

const isMinute = (stored: unknown, most: number): stored is number =>
  typeof stored === 'number' && Number.isInteger(stored) && stored >= 0 && stored <= most

const readMode = (stored: unknown): NudgeMode => {
  const { kind, perDay, minutes, times } = fields(stored)
  switch (kind) {
    case 'random':
      return { kind, perDay: whole(perDay, nudgeLimits.perDay, defaultPerDay) }
    case 'every':
      return { kind, minutes: whole(minutes, nudgeLimits.minutes, 90) }
    case 'fixed': {
      const valid = Array.isArray(times) ? times.filter(time => isMinute(time, 1439)) : []
      const sorted = [...new Set(valid)].sort((one, other) => one - other)
      return { kind, times: sorted.slice(0, mostTimes) }
    }
    default:
      return { kind: 'off' }
  }
}

const readHours = (stored: unknown, standard: readonly Hours[]): readonly Hours[] => {
  if (!Array.isArray(stored)) return standard
  return stored.slice(0, mostWindows).flatMap(entry => {
    const { from, to } = fields(entry)
    return isMinute(from, 1439) && isMinute(to, 1440) ? [{ from, to }] : []
  })
}

const readWeek = (stored: unknown, standard: WeekHours): WeekHours => {
  const days: readonly unknown[] = Array.isArray(stored) ? stored : []
  const read = (weekday: 0 | 1 | 2 | 3 | 4 | 5 | 6) => readHours(days[weekday], standard[weekday])
  return [read(0), read(1), read(2), read(3), read(4), read(5), read(6)]
}

const readNudges = (stored: unknown, standard: NudgeSettings): NudgeSettings => {
  const { mode, hours, cap, gap, channels, holdBack, sharing, evening } = fields(stored)
  const { notification, badge } = fields(channels)
  const { idle, fullScreen, sound } = fields(holdBack)
  return {
    mode: readMode(mode),
    hours: readWeek(hours, standard.hours),
    cap: whole(cap, nudgeLimits.cap, standard.cap),
    gap: whole(gap, nudgeLimits.gap, standard.gap),
    channels: {
      notification: flag(notification, standard.channels.notification),
      badge: flag(badge, standard.channels.badge),
    },
    holdBack: {
      idle: flag(idle, standard.holdBack.idle),
      fullScreen: flag(fullScreen, standard.holdBack.fullScreen),
      sound: flag(sound, standard.holdBack.sound),
    },
    sharing: flag(sharing, standard.sharing),
    evening: flag(evening, standard.evening),
  }
}

const textOr = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null)

const readPauses = (stored: unknown, standard: PauseSettings): PauseSettings => {
  const { offKinds, atMost, switchedOn, sound, tempo, goal, compare, askedIn } = fields(stored)
  const asked = fields(askedIn)
  return {
    // What looks outward is always offered: it is what stays when nothing else may be.
    offKinds: pauseKinds.filter(kind => kind !== 'out' && Array.isArray(offKinds) && offKinds.includes(kind)),
    atMost: pauseLengths.find(length => length === atMost) ?? null,
    switchedOn: Array.isArray(switchedOn) ? switchedOn.filter(id => typeof id === 'string') : [],
    sound: flag(sound, standard.sound),
    tempo: readTempo(tempo),
    goal: pauseGoals.find(known => known === goal) ?? null,
    compare: flag(compare, standard.compare),
    askedIn: { goal: textOr(asked['goal']), compare: textOr(asked['compare']) },
  }
}

/** Valid settings from any value: every valid part is kept, numbers are clamped, the rest takes its default. */
export const readSettings = (stored: unknown): Settings => {
  const { welcomed, askAgain, nudges, country, spellcheck, privateTags, pauses } = fields(stored)
  const { backupReminder, noteCard, helpCard } = fields(stored)
  const read = readNudges(nudges, defaultSettings.nudges)
  return {
    welcomed: flag(welcomed, defaultSettings.welcomed),
    // Who has reminders was asked, and so was whoever came past the welcome of an older Thaw.
    askAgain: read.mode.kind === 'off' && flag(askAgain, welcomed !== true),
    nudges: read,
    country: typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : null,
    spellcheck: flag(spellcheck, defaultSettings.spellcheck),
    privateTags: flag(privateTags, defaultSettings.privateTags),
    firstAlone: readFirstAlone(stored),
    backupReminder: flag(backupReminder, defaultSettings.backupReminder),
    noteCard: flag(noteCard, defaultSettings.noteCard),
    helpCard: flag(helpCard, defaultSettings.helpCard),
    pauses: readPauses(pauses, defaultSettings.pauses),
  }
}
