/** What the parts of an open check-in are to one another, and what they need from outside. */
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { CheckInFields } from '../core/check-in.ts'
import type { Draft, LeftBehind, Place } from '../core/draft.ts'
import type { Patch } from '../core/patch.ts'
import type { CheckIn, Fields, Id, RecordOf, Session, StoreName } from '../core/records.ts'
import type { Result } from '../core/result.ts'
import type { Instant, Moment } from '../core/time.ts'
import type {
  Chance,
  Changes,
  CheckInRecords,
  Clock,
  Later,
  Locks,
  NudgeStatus,
  Nudges,
  PageProblem,
  PersonEvent,
  Slot,
  StoreProblem,
} from './ports.ts'

/** `kept` is said only after the store has acknowledged everything that was answered. */
export type Keeping = 'nothing-yet' | 'keeping' | 'kept' | StoreProblem

type Change<Store extends StoreName> = (current: RecordOf<Store> | null) => Fields<Store> | null

export type Keeper = {
  readonly keeping: ReadonlySignal<Keeping>
  /** `whenKept` hears of this one alone, which may be kept though a later one is not. */
  keep<Store extends StoreName>(
    store: Store,
    id: Id,
    change: Change<Store>,
    whenKept?: () => void,
  ): Promise<Keeping>
  /** Tries what waits once more. */
  tryAgain(): Promise<Keeping>
}

export type CheckInPorts = {
  readonly records: CheckInRecords
  readonly draft: Slot<Draft>
  readonly nudges: Nudges
  readonly changes: Changes
  readonly locks: Locks
  readonly clock: Clock
  readonly chance: Chance
  readonly later: Later
  /** What a word is called in the language shown. */
  readonly wordLabel: (id: Id) => string
  /** The language shown, a BCP 47 tag. */
  readonly locale: () => string
  /** Whether the first question stands alone. */
  readonly firstAlone: () => Promise<boolean>
  /** Goes on in the small window, where this is the popup; null in the window. */
  readonly moveToWindow: (() => Promise<void>) | null
  /** Takes Thaw out of sight at once. */
  readonly hide: () => void
  /** Loads the code that follows changes made in other popups and on pages. */
  readonly loadCare: () => Promise<(inner: OpenInner) => OpenCare>
  /** The check-in has come to its end, and everything is kept or stays in the draft; closes the popup or window. */
  readonly leave: (leaving: Leaving) => void
}

/** How a check-in came to its end. */
export type Leaving = {
  /** "Not now" was said to the first question. */
  readonly notNow: boolean
  /** Something was answered. */
  readonly answered: boolean
  /** What the nudge machine said at the latest opening or answer, which may be on its way; null where it did not answer. */
  readonly status: Promise<NudgeStatus | null>
}

export type OpenCheckIn = {
  readonly draft: ReadonlySignal<Draft>
  readonly record: ReadonlySignal<CheckInFields>
  readonly keeper: Keeper
  readonly now: () => Instant
  /** A history that cannot be read, or a note whose check-in was deleted; null while none is known. */
  readonly trouble: ReadonlySignal<PageProblem | null>
  /** The history as the rules for the offer need it; reading it is put off until it is asked for. */
  readonly sessions: () => Promise<readonly Session[]>
  /** Goes on with what was left open within 30 minutes, or begins anew. True when something goes on. */
  begin(): Promise<boolean>
  /** Begins anew where this check-in was left for more than 30 minutes, as an open window can be. True when it did. */
  renew(): boolean
  /** A run that the person moves, and what is offered, show in every other popup and window too. */
  move(change: Partial<Draft>): void
  /**
   * A change made by the clock or by the rules, not by a press: the run of a pause, or the offer. If the person did something in
   * another popup or window meanwhile, that wins, and is shown here.
   */
  drift(change: Partial<Draft>): Promise<void>
  /** The pause that was asked for elsewhere, given out once over all popups and windows; null where there is none. */
  takeAsked(): Promise<Id | null>
  /** Remembers how far the screen is scrolled, which nothing on it depends on. */
  scrollTo(top: number): void
  /** Takes answers: they show at once, stand in the draft until they are kept, and go into the one record of this check-in. */
  answer(patch: Patch): Promise<Keeping>
  /** Tries once more to keep what could not be kept, or to read what could not be read. */
  tryAgain(): Promise<void>
  /** The same before this is left, also for what waits here for another popup or window. */
  keepAll(): Promise<Keeping>
  /** Tells the nudge machine; null where the background does not answer. */
  tell(event: PersonEvent): Promise<NudgeStatus | null>
  /** What the nudge machine said at the latest opening or answer; null where it did not answer. */
  status(): Promise<NudgeStatus | null>
  /** Writes the draft now and lets it go on elsewhere; where that cannot be, all goes on here. Never rejects. */
  save(goElsewhere: () => Promise<void>): Promise<void>
  /** Forgets the draft, but for what earlier check-ins left unkept: the record stands as it is. */
  close(): Promise<void>
}

/** What all steps share. */
export type Walk = {
  readonly open: OpenCheckIn
  /** Shows another screen. */
  goTo(place: Place): void
  /** Takes answers on which the offer depends. */
  answer(patch: Patch): void
}

/** What the open check-in lends to its care, which is loaded once it is needed. */
export type OpenInner = {
  readonly ports: { readonly draft: Slot<Draft> }
  readonly draft: Signal<Draft>
  readonly record: Signal<CheckInFields>
  readonly trouble: Signal<PageProblem | null>
  readonly keeper: Keeper
  readonly moment: () => Moment
  readonly put: (next: Draft) => void
  readonly read: (id: Id) => Promise<Result<CheckIn | null, StoreProblem>>
  readonly isDeleted: (id: Id, current: CheckIn | null, waiting: Patch | null) => boolean
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>
  readonly takeUp: () => Promise<Draft | null>
  readonly beginAnew: (left: Draft) => void
  readonly isClosed: () => boolean
  readonly goOn: () => void
}

export type OpenCare = {
  /** What was answered, or ended, in another popup or window shows here too. */
  followDraft(): Promise<void>
  /** What was changed, or deleted, on another page shows here. */
  follow(): Promise<void>
  /** The record was deleted. */
  leaveGone(id: Id): Promise<void>
  keepLeftBehind(left: LeftBehind): Promise<void>
}
