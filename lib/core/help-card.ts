/** When it is worth saying that a doctor or therapist could look: what the latest two weeks hold, and when it was last said. */
import { isLoose } from './loose.ts'
import type { DayRow, Marker, Session } from './records.ts'
import { type Day, isDay } from './time.ts'

/** Why it is said, and nothing about how somebody is. */
export type HelpReason =
  /** `low` of the `of` check-ins were 3 or lower, or could not be told; `cantTell` of them the latter. */
  | { readonly kind: 'lasting'; readonly low: number; readonly of: number; readonly cantTell: number }
  /** The person said so, at the card of Learn about it. */
  | { readonly kind: 'who-i-am' }
  | { readonly kind: 'memory-gaps' }
  | { readonly kind: 'worse' }
  | { readonly kind: 'medication' }
  | { readonly kind: 'substance' }
  | { readonly kind: 'winter' }

/** Days that are looked at, today included; also how many lie between two times at which it is said. */
const helpDays = 14

/** Most of the days. */
const mostDays = helpDays / 2 + 1
const fewestCheckIns = 10
const fewestDays = 7
const gapsPicked = 3
/** As many of the latest pauses are looked at. */
export const worseInARow = 3

export type HelpFacts = {
  /** `YYYY-MM-DD`. */
  readonly today: Day
  /** Rows of the days from `helpFrom(today)` to today, with their tags. */
  readonly days: readonly DayRow[]
  /** The latest, `worseInARow` or more of them, newest first. */
  readonly sessions: readonly Pick<Session, 'day' | 'ease'>[]
  readonly markers: readonly Pick<Marker, 'day' | 'type'>[]
  /** The latest two winters were lower than the summers beside them, and Patterns claim that of winters. */
  readonly winterTwice: boolean
}

/** The first of the days that are looked at. */
export const helpFrom = (today: Day): Day =>
  Temporal.PlainDate.from(today)
    .subtract({ days: helpDays - 1 })
    .toString()

const lasting = (days: readonly DayRow[]): HelpReason | null => {
  let [low, of, cantTell, answeredOn] = [0, 0, 0, 0]
  for (const { scales } of days) {
    const { counts, cantTell: untold } = scales.felt
    const answers = Object.entries(counts).reduce((sum, [, count]) => sum + count, untold)
    if (answers === 0) continue
    answeredOn += 1
    of += answers
    cantTell += untold
    low += untold
    for (const [value, count] of Object.entries(counts)) if (Number(value) <= 3) low += count
  }
  const enough = of >= fewestCheckIns && answeredOn >= fewestDays
  return enough && low * 2 > of ? { kind: 'lasting', low, of, cantTell } : null
}

/** The latest, each of them within the days; one that was not marked is no "worse". */
const worse = ({ sessions, today }: HelpFacts): boolean => {
  const latest = sessions.slice(0, worseInARow)
  return (
    latest.length === worseInARow &&
    latest.every(({ ease, day }) => ease === 'worse' && day >= helpFrom(today) && day <= today)
  )
}

const countOf = (tags: DayRow['tags'], tag: string): number =>
  Object.hasOwn(tags, tag) ? (tags[tag] ?? 0) : 0

/** What is worth saying, the most telling first; null where nothing is. Unanswered check-ins count nowhere. */
export const helpReason = (facts: HelpFacts): HelpReason | null => {
  const from = helpFrom(facts.today)
  const days = facts.days.filter(({ day }) => day >= from && day <= facts.today)
  const gaps = days.reduce((sum, { tags }) => sum + countOf(tags, 'memory-gaps'), 0)
  if (gaps >= gapsPicked) return { kind: 'memory-gaps' }
  if (worse(facts)) return { kind: 'worse' }
  const marked = facts.markers.some(
    ({ type, day }) => type === 'medication' && day >= from && day <= facts.today,
  )
  if (marked) return { kind: 'medication' }
  const eased = days.filter(({ tags }) => countOf(tags, 'took-the-edge-off-with-something') > 0)
  if (eased.length >= mostDays) return { kind: 'substance' }
  return lasting(days) ?? (facts.winterTwice ? { kind: 'winter' } : null)
}

/** Whether Patterns claim, which takes two whole winters at least, that less comes through in winter; of whatever is stored of their claims. */
export const winterIsLower = (stored: unknown): boolean => {
  if (!isLoose(stored)) return false
  const { claimed, looked } = stored
  const season = isLoose(looked) && looked['season']
  return (
    Array.isArray(claimed) && claimed.includes('season') && isLoose(season) && season['direction'] === 'lower'
  )
}

/** When it was last said. */
export type HelpSaid = {
  readonly day: Day
  /** It was put away. */
  readonly done: boolean
  /** The person asked for it at the card of Learn. */
  readonly asked: boolean
}

/** `now` where it stands there since today, `due` where it may be said anew, `not` otherwise. */
export const helpTurn = (said: HelpSaid | null, today: Day): 'now' | 'due' | 'not' => {
  if (said === null) return 'due'
  if (said.day === today) return said.done ? 'not' : 'now'
  const since = Temporal.PlainDate.from(said.day).until(Temporal.PlainDate.from(today)).days
  // A clock that was set back puts it off for no longer than it would be anyway.
  return Math.abs(since) >= helpDays ? 'due' : 'not'
}

/** What is stored of it; null of anything else. */
export const readHelpSaid = (stored: unknown): HelpSaid | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { day, done, asked } = stored as { readonly [name: string]: unknown }
  return isDay(day) ? { day, done: done === true, asked: asked === true } : null
}
