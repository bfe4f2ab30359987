/** What one line can say of the next nudge at a moment, and until when it stays true. */
import type { NextNudge } from '../core/next-nudge.ts'
import type { Hindrance } from '../core/nudge-state.ts'
import { assertNever } from '../core/result.ts'
import { type Day, hour, type Instant, minute, momentOf, zonedAt } from '../core/time.ts'

/** The day on which something lies, as a person names it. */
type NamedDay = 'today' | 'tomorrow' | { readonly day: Day }

/** Times are instants, to be read in `zone`. */
export type NextLine = { readonly zone: string } & (
  | { readonly kind: 'off' | 'shown' | 'quiet' | 'none' }
  | { readonly kind: 'held'; readonly by: Hindrance }
  /** Until that time today or tonight, or until that day begins. */
  | { readonly kind: 'away-until-time'; readonly until: Instant }
  | { readonly kind: 'away-until-day'; readonly on: Exclude<NamedDay, 'today'> }
  /** Its bucket has begun: from now on, and before `to`. */
  | { readonly kind: 'before'; readonly to: Instant }
  | { readonly kind: 'between'; readonly on: NamedDay; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'at'; readonly on: NamedDay; readonly at: Instant }
  /** So many more minutes of use, in round figures; null while nobody is there. */
  | { readonly kind: 'use'; readonly minutes: number | null }
)

const namedDay = (at: Instant, now: Temporal.ZonedDateTime): NamedDay => {
  const { day } = momentOf(zonedAt(at, now.timeZoneId))
  const today = now.toPlainDate()
  if (day <= today.toString()) return 'today'
  return day === today.add({ days: 1 }).toString() ? 'tomorrow' : { day }
}

/** Far ahead five minutes more or less say nothing, near by each minute counts. */
const rounding = (minutes: number): number => (minutes > 20 ? 5 : 1)

const roundMinutes = (minutes: number): number => {
  const step = rounding(minutes)
  return Math.max(1, Math.ceil(minutes / step) * step)
}

const awayLine = (until: Instant, now: Temporal.ZonedDateTime): NextLine => {
  const zone = now.timeZoneId
  const end = zonedAt(until, zone)
  const isMidnight = end.startOfDay().epochMilliseconds === until
  const soon = until - now.epochMilliseconds < 12 * hour
  const on = namedDay(until, now)
  return on === 'today' || (soon && !isMidnight)
    ? { kind: 'away-until-time', zone, until }
    : { kind: 'away-until-day', zone, on }
}

/** `asked` is when the machine said `next`: minutes of use that passed since are taken off. */
export const nextLine = (next: NextNudge, now: Temporal.ZonedDateTime, asked: Instant): NextLine => {
  const at = now.epochMilliseconds
  const zone = now.timeZoneId
  switch (next.kind) {
    case 'off':
    case 'shown':
    case 'quiet':
    case 'none':
      return { kind: next.kind, zone }
    case 'held':
      return { kind: 'held', zone, by: next.by }
    case 'away':
      return awayLine(next.until, now)
    case 'between':
      if (next.from <= at) return { kind: 'before', zone, to: next.to }
      return { kind: 'between', zone, on: namedDay(next.from, now), from: next.from, to: next.to }
    case 'at':
      return { kind: 'at', zone, on: namedDay(next.at, now), at: next.at }
    case 'use': {
      const { minutes } = next
      const left = minutes === null ? null : minutes - (at - asked) / minute
      return { kind: 'use', zone, minutes: left === null ? null : roundMinutes(left) }
    }
    default:
      return assertNever(next)
  }
}

/** When the machine moves on by itself, so that it must be asked again; null where it says so when it does. */
const endOf = (next: NextNudge, asked: Instant): Instant | null => {
  switch (next.kind) {
    case 'away':
      return next.until
    case 'between':
      return next.to
    case 'at':
      return next.at
    case 'use':
      return next.minutes === null ? null : asked + next.minutes * minute
    default:
      return null
  }
}

/** After a moment that was named and passed, and the machine said the same again. */
const patience = minute

/** When a round figure falls to the next one. */
const nextFigure = (next: NextNudge, asked: Instant, at: Instant): Instant => {
  if (next.kind !== 'use' || next.minutes === null) return Infinity
  const left = next.minutes - (at - asked) / minute
  const step = rounding(left)
  return at + (left - (Math.ceil(left / step) - 1) * step) * minute
}

/** When the line may stop being true, and whether the machine must be asked what is true then. Null where time alone changes nothing. */
export const turnOf = (
  next: NextNudge,
  now: Temporal.ZonedDateTime,
  asked: Instant,
): { readonly at: Instant; readonly ask: boolean } | null => {
  const end = endOf(next, asked)
  if (end === null) return null
  const at = now.epochMilliseconds
  if (end <= at) return { at: at + patience, ask: true }
  const begins = next.kind === 'between' && next.from > at ? next.from : Infinity
  // Tomorrow has another name then.
  const midnight = now.toPlainDate().add({ days: 1 }).toZonedDateTime(now.timeZoneId).epochMilliseconds
  const other = Math.min(begins, midnight, nextFigure(next, asked, at))
  return other < end ? { at: other, ask: false } : { at: end, ask: true }
}
