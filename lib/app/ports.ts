/** What Thaw needs from outside itself. Use cases take these; `compose-*.ts` gives them the real ones, tests give fakes. */
import type { NextNudge } from '../core/next-nudge.ts'
import type { DayRow, Fields, Id, RecordOf, StoreName } from '../core/records.ts'
import type { Result } from '../core/result.ts'
import type { Settings } from '../core/settings.ts'
import type { Day, Instant } from '../core/time.ts'

export type Clock = { now(): Temporal.ZonedDateTime }

/** Calls once after so many milliseconds; gives back the way to call it off. What must outlive the page is an alarm. */
export type Later = (milliseconds: number, call: () => void) => () => void

/** Begins something that page or browser had better not interrupt; what it gives back ends it. */
export type Hold = () => () => void

export type Chance = {
  /** Uniform in [0, 1). */
  next(): number
  /** A UUIDv7 for something made at `at`. */
  id(at: Instant): Id
}

/** Why a record could not be read or written. */
export type StoreProblem = (
  | /** A newer Thaw made the database; nothing was changed. */ { readonly kind: 'newer' }
  /** No room on the device. */
  | { readonly kind: 'full' }
  /** The browser refused or the database is blocked or broken. */
  | { readonly kind: 'failed'; readonly name: string }
) & {
  /** A change of many rows was not brought to its end, but may be there already; without it nothing was changed. */
  readonly perhapsDone?: true
}

/** A problem, and what it stood in the way of: reading what is to be shown, or keeping what the person did. */
export type PageProblem = { readonly problem: StoreProblem; readonly doing: 'open' | 'save' }

export type Stored<Value> = Promise<Result<Value, StoreProblem>>

/** A place in a list, newest first: everything after it is older. */
export type Cursor = { readonly at: Instant; readonly id: Id }

/**
 * The history. Deleted records are never given back. Every method opens the database when it must,
 * and answers with a problem rather than throwing. Every implementation passes the contract in tests/contract.
 */
export type Records = {
  get<Store extends StoreName>(store: Store, id: Id): Stored<RecordOf<Store> | null>
  /**
   * Reads the record as it stands, lets the pure function `change` make the next one, and keeps it with its `days` rows in one
   * transaction and with its journal line outside the database; resolves once both are kept. `change` returning null writes nothing.
   */
  save<Store extends StoreName>(
    store: Store,
    id: Id,
    change: (current: RecordOf<Store> | null) => Fields<Store> | null,
  ): Stored<RecordOf<Store> | null>
  /** Hides the record at once; it becomes a tombstone when `undoUntil` has passed. */
  remove(store: StoreName, id: Id, undoUntil: Instant): Stored<void>
  /** Takes a removal back, while it can be. True when the record stands again. */
  undoRemove(store: StoreName, id: Id): Stored<boolean>
  /** Makes tombstones of all removals that can no longer be undone. */
  settleRemovals(): Stored<void>
  /** Records of a store that lives in time, newest first. */
  page<Store extends TimedStore>(
    store: Store,
    ask: { readonly before?: Cursor; readonly limit: number },
  ): Stored<readonly RecordOf<Store>[]>
  /** Records with `from` <= at < `to`, oldest first. */
  between<Store extends TimedStore>(
    store: Store,
    from: Instant,
    to: Instant,
  ): Stored<readonly RecordOf<Store>[]>
  /** Every record of a small store. */
  all<Store extends StoreName>(store: Store): Stored<readonly RecordOf<Store>[]>
  /** Records made at `from` or later by the time in their ids, in that order; older ones are not read. */
  since<Store extends MadeStore>(store: Store, from: Instant): Stored<readonly RecordOf<Store>[]>
  /** Records in the order of their ids, the one made last first; those with ids before `before` where it is given. */
  made<Store extends MadeStore>(
    store: Store,
    ask: { readonly before?: Id; readonly limit: number },
  ): Stored<readonly RecordOf<Store>[]>
  /**
   * Rows from day `from` to day `to`, both included, oldest first; days without records have no row. A caller that needs words and tags has
   * to say so: under a lock the rows hold none, and they are counted in the records.
   */
  days(from: Day, to: Day, ask?: DaysAsk): Stored<readonly DayRow[]>
  /** The first and the last day that has a row; null where none has. */
  daySpan(): Stored<{ readonly first: Day; readonly last: Day } | null>
}

export type DaysAsk = { readonly words?: boolean }

/** What counting every day again came to. */
export type DayCheck = {
  /** How many days were compared. */
  readonly checked: number
  /** How many of them differed from their records and were put right. */
  readonly repaired: number
  /** False where it was stopped, or somebody kept writing, before each day had been compared with records at rest. */
  readonly whole: boolean
}

export type DayCheckAsk = {
  /** So many rows of so many are read; begins again where somebody wrote meanwhile. */
  readonly onProgress?: (done: number, of: number) => void
  /** Waited for between two slices of the work. */
  readonly pause?: () => Promise<void>
  readonly signal?: AbortSignal
  /** Where somebody keeps writing, lets them wait until it is done rather than leave it for another time. */
  readonly insist?: boolean
}

/** As much of the history as a check-in needs. */
export type CheckInRecords = Pick<Records, 'get' | 'save' | 'page' | 'all'>

export type TimedStore = 'checkIns' | 'sessions' | 'reflections'

/** Stores whose ids are UUIDv7 and begin with the time at which the record was made. */
type MadeStore = Exclude<StoreName, 'words' | 'tags' | 'pauses'>

/** What Thaw found when the browser had lost part of a history; shown until the person has read it. */
export type Recovery = {
  readonly at: Instant
  readonly restored: number
  readonly missing: number
  /** The settings were lost, and are as at the beginning. */
  readonly settings?: true
  /** All of the history was lost, and daily copies of it are still there. */
  readonly copies?: true
}

export type Recoveries = {
  unread(): Promise<Recovery | null>
  markRead(): Promise<void>
}

/** Values outside the database, each under its own key, as JSON keeps them. Rejects where the browser refuses. */
export type KeyValue = {
  /** The values of those keys that are there. */
  get(keys: readonly string[]): Promise<{ readonly [key: string]: unknown }>
  /** All of them or none. */
  set(items: { readonly [key: string]: unknown }): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  keys(): Promise<readonly string[]>
}

/** Lets one piece of work at a time run under a name, across every context of Thaw. */
export type Locks = {
  /** Rejects with what `work` rejects with, or where the turn never comes. */
  exclusive<Value>(name: string, work: () => Promise<Value>): Promise<Value>
}

export type SettingsStore = {
  /** Valid settings, whatever is stored. */
  read(): Promise<Settings>
  /** One change after another, also across contexts. */
  change(change: (current: Settings) => Settings): Promise<Settings>
}

/** A small value outside the database that survives a closed popup or a killed browser. */
export type Slot<Value> = {
  read(): Promise<Value | null>
  write(value: Value | null): Promise<void>
}

/** Tells every other open page and the worker that something changed, so that they read it again. */
export type Topic = 'records' | 'settings' | 'nudge' | 'check-in' | 'lock'
export type Changes = {
  announce(topic: Topic): void
  /** Called for changes made anywhere; returns the way to stop listening. */
  listen(heard: (topic: Topic) => void): () => void
}

/** What the person did that the nudge machine counts. */
export type PersonEvent =
  /** The check-in was opened, from a nudge or without one. */
  | { readonly kind: 'opened' }
  /** The first answer of a check-in was kept. */
  | { readonly kind: 'answered' }
  | { readonly kind: 'not-now'; readonly reason: 'moment' | 'today' | null }
  | { readonly kind: 'snooze'; readonly minutes: 5 | 15 | 60 }
  /** No nudge for an hour, until tomorrow, or until that day begins. */
  | { readonly kind: 'away'; readonly until: 'hour' | 'tomorrow' | { readonly day: Day } }
  | { readonly kind: 'back' }
  /** Reminders again, after Thaw went quiet. */
  | { readonly kind: 'start-again' }
  | { readonly kind: 'send-now' }
  /** Around this minute of the day reminders come as at any other time again. */
  | { readonly kind: 'forget-bad-moments'; readonly minute: number }
  | { readonly kind: 'settings-changed' }

/** What a page may say about nudges. */
export type NudgeStatus = {
  readonly next: NextNudge
  /** Several in a row were ignored, so half as many come. */
  readonly fewer: boolean
  /** The times of day around which "bad moment" was said, as minutes after midnight: fewer come there. */
  readonly badMinutes: readonly number[]
  /** The nudge that is shown now, so that a check-in can name it. */
  readonly shownId: Id | null
}

/** The nudge machine as pages see it; it lives in the background. */
export type Nudges = {
  status(): Promise<NudgeStatus>
  /** Resolves with the status after the event. */
  tell(event: PersonEvent): Promise<NudgeStatus>
}

/** How it went. `told`: it cannot be done here, as with made-up data, and the person was told so. */
export type Taken = 'done' | 'refused' | 'told'

/** The ways in which something of the history leaves the page; asked for in the turn of a click. */
export type TakeOut = {
  copyText(text: string): Promise<Taken>
  /** Copies a PNG, which may still be in the making. */
  copyPicture(picture: Promise<Blob>): Promise<Taken>
  /** Saves where and how the browser saves downloads. */
  saveFile(name: string, content: Blob): Taken
}

/** Where Thaw runs, for help that differs by it. */
export type System = {
  readonly os: 'windows' | 'mac' | 'linux' | 'chromeos' | 'other'
  readonly family: 'chromium' | 'firefox'
  /** What the browser calls itself: Google Chrome, Microsoft Edge, Firefox. */
  readonly name: string
}

/** Unexpected problems, noted without anything of the person's. */
export type Log = {
  /** `where` is a place in the code, in a few words; never throws and never waits. */
  note(where: string, problem: unknown): void
}
