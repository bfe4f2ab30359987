/** What works on a whole history at once: backups, imports, snapshots, deletion. Use cases take these; the composition roots give the real ones. */
import type { Row, StoredRow } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import type { Day, Instant } from '../core/time.ts'
import type { Stored } from './ports.ts'

/** A long piece of work, done in slices short enough for a page to answer meanwhile. */
export type LongWork = {
  /** So many of so many; `of` stays the same until it is done. */
  readonly onProgress?: (done: number, of: number) => void
  /** Stops it within 200 ms, as if it had never begun. */
  readonly signal?: AbortSignal
  /** Waited for between two slices. */
  readonly pause?: () => Promise<void>
}

/** What meeting other rows comes to for a history, row by row. */
export type Meeting = {
  /** Not known here. */
  readonly added: number
  /** Known here in an earlier version, or deleted here before this one was made. */
  readonly changed: number
  /** Those of the changed that were deleted here and come back. */
  readonly returned: number
  /** Here as they are there. */
  readonly same: number
  /** Here in a later version, which stays. */
  readonly later: number
  /** Deleted here since; they stay deleted. */
  readonly deleted: number
}

/** One import that was brought into the history. */
export type Import = {
  readonly id: Id
  readonly at: Instant
  /** What it came from: `thaw`, `csv`, or the name of a foreign format. */
  readonly format: string
  readonly added: number
  readonly changed: number
}

export type Counts = {
  readonly [Store in StoreName]: {
    readonly shown: number
    /** Deleted within the last seconds; can still be taken back. */
    readonly hidden: number
    /** What is left of deleted ones. */
    readonly deleted: number
  }
}

/** What is not as it should be. All zero: the history is in order. */
export type Integrity = {
  readonly rows: number
  /** Rows that are none of Thaw's, by store. */
  readonly invalid: { readonly [store: string]: number }
  /** Days whose row differs from its records. */
  readonly days: number
  /** Sessions that name a check-in, and check-ins that name a nudge, that no store knows, not even as deleted. */
  readonly orphans: number
  /** Rows that the second copy lacks or has in an earlier version, and rows that only it has. */
  readonly uncopied: number
  /** Rows that the lock cannot open, so that their times and numbers alone can be read. */
  readonly unopened: number
}

/**
 * The history as a whole. Every method answers with a problem rather than throwing, and one that is stopped gives null,
 * having changed nothing. After a problem that says `perhapsDone` the same can be asked again, which does nothing twice.
 */
export type WholeHistory = {
  /** Rows as they lie, those of deleted records too, in the order of their ids, after `after` where it is given. */
  rows<Store extends StoreName>(
    store: Store,
    ask: { readonly after?: Id; readonly limit: number },
  ): Stored<readonly StoredRow<Store>[]>
  counts(): Stored<Counts>
  /**
   * The same rows of a table or another app's file as they are to be brought in; changes nothing. In one of another app, each is later
   * than the one that was brought in before by other choices and that nobody changed since. A word or tag that was deleted here lives
   * again where a check-in names it that is new here or a later version.
   */
  fitted(
    file: { readonly format: string; readonly rows: readonly StoredRow[] },
    work?: LongWork,
  ): Stored<readonly StoredRow[] | null>
  /** What `bring` would come to; changes nothing. */
  compare(rows: readonly StoredRow[], work?: LongWork): Stored<Meeting | null>
  /**
   * Brings rows in: of two versions of a record the later one stands (core/merge). All in one transaction with their `days`, and in
   * the second copy, before it resolves; killed anywhere, all of them are there afterwards or none is.
   * Asked again with the same id and rows, it changes nothing and gives what it came to the first time.
   * `withDeleted` brings back what was deleted here since; what was changed here since stands all the same.
   */
  bring(
    source: { readonly id: Id; readonly format: string; readonly withDeleted?: boolean },
    rows: readonly StoredRow[],
    work?: LongWork,
  ): Stored<Meeting | null>
  /** The imports that were brought in and not taken back, newest first. */
  imports(): Stored<
    readonly (Import & { /** None of its records has changed since. */ readonly untouched: boolean })[]
  >
  /**
   * Makes the history what it was before that import; false, changing nothing, where one of its records has changed since. A word,
   * tag or pause of the person's own that came with it stays where a record that did not come with it names it.
   */
  takeBack(id: Id, work?: LongWork): Stored<boolean | null>
  /** What `removePeriod` would delete. */
  inPeriod(from: Day, to: Day): Stored<number>
  /**
   * Deletes every check-in, session, reflection and marker of the days `from` to `to`, both included, and every nudge planned in
   * them; what was written in them leaves the second copy too. Gives how many.
   */
  removePeriod(from: Day, to: Day, work?: LongWork): Stored<number | null>
  /** Reads everything and compares. A database of which something cannot be read is filled anew; it repairs nothing else. */
  check(work?: LongWork): Stored<Integrity | null>
  /** Puts into each of both copies what only the other one holds, and what damage has changed there. */
  putRight(): Stored<void>
}

/** What becomes of a row; the very same where nothing is to change. */
export type Rewrite = (store: StoreName, row: Row) => Promise<Row>

export type Rewriting = {
  /**
   * Writes every row anew as `change` makes it, in both copies, all or none; every earlier version leaves them, and the daily copies are
   * to be made anew. Gives how many were changed. Cut off anywhere it can be done again. Imports cannot be taken back afterwards.
   */
  rewrite(change: Rewrite, work?: LongWork): Stored<number | null>
}

/** What a backup holds. */
export type BackupWritten = {
  /** Records that the person sees, in each store and in all. */
  readonly counts: { readonly [Store in StoreName]: number }
  readonly records: number
  /** These and what is left of deleted ones. */
  readonly rows: number
}

/** Gives a backup of everything to `put`, in parts, in order. Null where it was stopped; rejects with what `put` rejects with. */
export type WriteBackup = (
  put: (part: string) => void | Promise<void>,
  work?: LongWork,
) => Stored<BackupWritten | null>

/** A folder of the person's own into which the browser lets Thaw write. Every method rejects where the browser or the disk refuses. */
export type OwnFolder = {
  /** null where none was picked. The browser may want to be asked again before anything is written. */
  state(): Promise<{ readonly name: string; readonly allowed: boolean } | null>
  /** Lets the person pick one, and gives what makes it the folder; null where they picked none. Ask in the turn of a click. */
  pick(): Promise<(() => Promise<void>) | null>
  /** Asks the browser again; false where it still does not let Thaw write. Ask in the turn of a click. */
  allow(): Promise<boolean>
  forget(): Promise<void>
  /** An empty file is none: a first write that broke off leaves one. */
  has(name: string): Promise<boolean>
  /** What stood under `name` stands until all of it is written, and still does where `fill` rejects. */
  write(name: string, fill: (put: (part: string) => Promise<void>) => Promise<void>): Promise<void>
}

/** A daily copy of the history as a file of the browser's own. */
export type Snapshot = {
  /** Sorts by time. */
  readonly name: string
  readonly at: Instant
  readonly day: Day
  readonly bytes: number
  /** How many records it holds. */
  readonly records: number
  /** `missing` and `damaged` were found when it was read back; `too-big` is more than Thaw reads. */
  readonly state: 'whole' | 'missing' | 'damaged' | 'too-big'
}

/** Files of the browser's own in a folder that Thaw alone sees. Every method rejects where the browser refuses. */
export type PrivateFiles = {
  /**
   * Writes what `fill` puts. What stood under `name` stands until all of it is written; killed, refused or where `fill` rejects, it
   * still does.
   */
  write(
    name: string,
    fill: (put: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) => Promise<void>,
  ): Promise<void>
  /** null where there is none. */
  read(name: string): Promise<Blob | null>
  /** Every file, those that a killed browser left half-written too. */
  list(): Promise<readonly { readonly name: string; readonly bytes: number }[]>
  /** Does nothing where there is none. */
  remove(name: string): Promise<void>
}

/** The daily copies as files. */
export type Snapshots = {
  /**
   * Whether the last one is of an earlier day and something was written since, or they were to be made anew and were not; a few small
   * reads.
   */
  isDue(): Stored<boolean>
  /** Takes one, or makes them anew, where that is due and nobody else has done it by now. */
  takeDue(): Stored<void>
  /** Takes one and reads it back; the latest seven stay. Killed or failed anywhere, those that were there still are. */
  take(): Stored<Snapshot>
  /** Deletes them all and takes one, for when what was deleted must not be in any. Those that were there may be gone where it fails. */
  renew(): Stored<void>
  /** Takes one, and then deletes all the others. Killed or failed anywhere, one of them is there. */
  takeAlone(): Stored<void>
  /** Newest first; `whole` means here that the file is there and as long as it was. */
  list(): Stored<readonly Snapshot[]>
  /** Reads all of it and compares; null where it was stopped, and `missing` of a name that is not listed. */
  check(name: string, work?: LongWork): Stored<Snapshot['state'] | null>
  /** A Thaw backup; null where the file is not there. */
  content(name: string): Stored<Blob | null>
}

/** `shell`: nothing of the person's is left in it, but somebody holds on to the empty place. */
export type Left = 'nothing' | 'shell' | 'content'

/** Empties one place, and tells whether there was anything in it and what stays. */
export type Erasable = () => Promise<{ readonly found: boolean; readonly left: Left }>

/** What the browser says about the room that Thaw takes, in bytes; null is not known. */
export type StorageFacts = {
  /** The database and the files together, as the browser estimates it. */
  usage(): Promise<number | null>
  /** `storage.local`. */
  localBytes(): Promise<number | null>
  /** Whether the browser keeps it when the disk runs full. */
  isPersisted(): Promise<boolean | null>
  /** Asks for that. */
  persist(): Promise<boolean | null>
  /** Thaw's own. */
  readonly version: string
}
