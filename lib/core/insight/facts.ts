/** What Patterns are found in: the small facts of records, plain enough to be handed to a worker. */
import type { PauseKind } from '../pause-kinds.ts'
import type { CheckIn, Ease, Far, Felt, Id, Scale } from '../records.ts'
import type { Instant } from '../time.ts'

/** Days since 1970-01-01 of a civil day of the person's calendar; travel never moves it. */
export type DayNumber = number

/** A check-in. Felt is null where it was not answered or the answer was "can't tell"; `cantTell` names the latter. */
export type CheckInFact = {
  readonly at: Instant
  readonly day: DayNumber
  /** Hour of the day where it was lived in, 0 to below 24; null where the time is not known. */
  readonly hour: number | null
  readonly felt: Felt | null
  readonly cantTell: readonly Scale[]
  readonly tags: readonly Id[]
  /** Without those that say that there was no word. */
  readonly words: readonly Id[]
  /** It was said that there was no word, or which one was not. */
  readonly noWord: boolean
  readonly meaning: CheckIn['meaning']
}

/** One run of a pause. */
export type SessionFact = {
  readonly at: Instant
  readonly day: DayNumber
  readonly pauseId: Id
  readonly kind: PauseKind
  readonly before: Felt | null
  readonly after: Felt | null
  /** `before` is null because felt could not be told. */
  readonly cantTell: boolean
  readonly ease: Ease | null
  readonly far: Far | null
  /** The probability with which it was offered; null where the person picked it. */
  readonly probability: number | null
  /** It is the quiet pause. */
  readonly quiet: boolean
  /** It was drawn while the quiet pause could have been drawn as well, and so may be compared with it. */
  readonly compared: boolean
}

export type MarkerFact = { readonly id: Id; readonly day: DayNumber }

/** How far a high and a low reached the person, 0 to 3; null where it was not answered. */
export type HighLowFact = {
  readonly at: Instant
  readonly day: DayNumber
  readonly high: number | null
  readonly low: number | null
}

/** What the person said pauses are for: to feel more, to feel lighter, to rest; null until they say. */
export type Aim = 'felt' | 'lighter' | 'rest' | null

/** Everything at once, each list oldest first. */
export type Facts = {
  readonly checkIns: readonly CheckInFact[]
  readonly sessions: readonly SessionFact[]
  readonly markers: readonly MarkerFact[]
  readonly highLows: readonly HighLowFact[]
  readonly aim: Aim
  /** The person wants pauses compared with quiet ones. */
  readonly compares: boolean
  /** Where winter is: December to February, or June to August. */
  readonly hemisphere: 'north' | 'south'
  /** The person's day now. */
  readonly today: DayNumber
}

/** The number of a civil day `YYYY-MM-DD`; null where it is on no calendar. */
export const dayNumberOf = (day: string): DayNumber | null => {
  try {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' })
    return Math.round(date.toZonedDateTime('UTC').epochMilliseconds / 86_400_000)
  } catch {
    return null
  }
}

/** ISO: 1 (Monday) to 7; day 0 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1
