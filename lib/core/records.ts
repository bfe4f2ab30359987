/** The records of a history: what each store holds, and nothing about how it is kept. */
import type { Day, Instant, Moment } from './time.ts'

/** A UUIDv7, or for `words`, `tags` and `pauses` the permanent id of the content. */
export type Id = string

/** `own`, or the import that brought it. */
export type Origin = 'own' | `import:${string}`

/** What every record carries. */
export type Kept = {
  readonly id: Id
  /** max(now, the previous one + 1), so that the later write wins when two histories merge. */
  readonly updatedAt: Instant
  readonly origin: Origin
  /** Set while a deletion can be undone: the record is hidden and counts nowhere. */
  readonly undoUntil?: Instant
}

/** What stays of a deleted record. */
export type Tombstone = {
  readonly id: Id
  readonly updatedAt: Instant
  readonly origin: Origin
  readonly deletedAt: Instant
}

/** 0 (nothing gets through) to 10 (clear and full). */
export type Felt = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
/** 0 (no) to 3 (completely). */
export type Far = 0 | 1 | 2 | 3
/** Five labelled steps. */
export type Step = -4 | -2 | 0 | 2 | 4
/** The five of pleasant and energy, from low to high. */
export const steps = [-4, -2, 0, 2, 4] as const satisfies readonly Step[]

export const meanings = ['shelter', 'in-the-way', 'neither'] as const

export type Scale = 'felt' | 'far' | 'pleasant' | 'energy'

/** A word the person picked; `guess` where it was marked as a best guess. */
export type PickedWord = { readonly id: Id; readonly guess: boolean }

export type CheckIn = Kept &
  Moment & {
    /** Every scale is null until it is answered, and stays null when the answer is "can't tell". */
    readonly felt: Felt | null
    readonly far: Far | null
    readonly pleasant: Step | null
    readonly energy: Step | null
    readonly cantTell: readonly Scale[]
    readonly meaning: (typeof meanings)[number] | null
    readonly words: readonly PickedWord[]
    readonly tags: readonly Id[]
    readonly note: string
    readonly source: 'popup' | 'nudge' | 'page' | `import:${string}`
    readonly precision: 'minute' | 'day'
    readonly nudgeId: Id | null
    /** What an import found and Thaw has no field for. */
    readonly raw?: unknown
  }

export type Ease = 'eased' | 'same' | 'worse'

/** One run of a pause. */
export type Session = Kept &
  Moment & {
    readonly pauseId: Id
    readonly checkInId: Id | null
    readonly before: Felt | null
    readonly after: Felt | null
    readonly ease: Ease | null
    readonly completed: boolean
    readonly seconds: number
    /** The probability with which it was offered, 0–1; null where the person picked it. */
    readonly probability: number | null
    /** The message key of the reason that was shown with the offer; null where the person picked it. */
    readonly reason: string | null
    /** Chance decided between a quiet pause and another, and this one came; not there where it did not. */
    readonly comparable?: true
  }

export const reflectionTypes = [
  'thought',
  'high-low',
  'step',
  'ladder',
  'plan',
  'line',
  'sentence',
  'person',
  'light-thing',
  'look-back',
] as const

export type ReflectionType = (typeof reflectionTypes)[number]

export type Reflection = Kept &
  Moment & { readonly type: ReflectionType; readonly fields: { readonly [name: string]: unknown } }

export type Marker = Kept & { readonly day: Day; readonly type: string; readonly text: string }

/** `expired`: no answer came in time. It was ignored only where `openedAt` is null; opened and left is not ignored. */
type NudgeOutcome = 'answered' | 'snoozed' | 'not-now' | 'expired' | 'held-back' | 'dropped'

/** Why a planned nudge did not come. */
export type DropReason =
  /** Outside the hours by the time it was due. */
  | 'hours'
  | 'cap'
  | 'gap'
  | 'away'
  /** The browser was closed or the machine asleep. */
  | 'late'
  /** Settings, time zone or clock changed, and it was planned anew. */
  | 'settings'
  | 'zone'
  | 'clock'
  /** A check-in or a snooze came first. */
  | 'person'
  /** Several in a row were ignored. */
  | 'ignored'
  /** Around this time of day the person said "bad moment". */
  | 'bad-moment'

export const dropReasons = [
  'hours',
  'cap',
  'gap',
  'away',
  'late',
  'settings',
  'zone',
  'clock',
  'person',
  'ignored',
  'bad-moment',
] as const satisfies readonly DropReason[]

/** One nudge, from its plan to its end. */
export type NudgeRecord = Kept & {
  readonly plannedAt: Instant
  readonly shownAt: Instant | null
  readonly openedAt: Instant | null
  readonly answeredAt: Instant | null
  readonly outcome: NudgeOutcome | null
  readonly heldBackBy: 'idle' | 'locked' | 'full-screen' | 'sound' | null
  /** Why the person said "not now", or why a dropped one did not come. */
  readonly reason: 'moment' | 'today' | DropReason | null
}

/** A person's own word, or what they changed about one of Thaw's. */
export type OwnWord = Kept & {
  readonly label: string | null
  readonly group: Id | null
  readonly hidden: boolean
}
export type OwnTag = Kept & {
  readonly label: string | null
  readonly group: Id | null
  readonly hidden: boolean
}
/** A step of a person's own pause; without seconds it waits for them. */
export type OwnPauseStep = { readonly text: string; readonly seconds: number | null }

/** A person's own pause, or what they changed about one of Thaw's. */
export type OwnPause = Kept & {
  /** The name of an own one; null for one of Thaw's. */
  readonly label: string | null
  /** One line about an own one. */
  readonly text: string | null
  /** The steps of an own one; not there for one of Thaw's, and empty where an own one was deleted and sessions still name it. */
  readonly steps?: readonly OwnPauseStep[]
  readonly favourite: boolean
  readonly hidden: boolean
}

export type RecordTypes = {
  checkIns: CheckIn
  sessions: Session
  reflections: Reflection
  markers: Marker
  nudges: NudgeRecord
  words: OwnWord
  tags: OwnTag
  pauses: OwnPause
}

export type StoreName = keyof RecordTypes
export type RecordOf<Store extends StoreName> = RecordTypes[Store]

/** What a caller decides of a record; the store adds the rest. */
export type Fields<Store extends StoreName> = Omit<RecordOf<Store>, keyof Kept>

export const storeNames = [
  'checkIns',
  'sessions',
  'reflections',
  'markers',
  'nudges',
  'words',
  'tags',
  'pauses',
] as const satisfies readonly StoreName[]

/** One row of the derived `days` store: what a civil day adds up to. It can always be rebuilt from the records. */
export type DayRow = {
  readonly day: Day
  readonly checkIns: number
  readonly sessions: number
  readonly scales: { readonly [Name in Scale]: ScaleSums }
  /** How many check-ins of the day carry the word or tag. */
  readonly words: { readonly [id: Id]: number }
  readonly tags: { readonly [id: Id]: number }
}

/** How often each value was answered that day, "can't tell" apart; sums and means follow from it. */
export type ScaleSums = {
  readonly counts: { readonly [value: number]: number }
  readonly cantTell: number
}
