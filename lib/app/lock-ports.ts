/** The lock of a history as pages and the background see it. */
import type { LockHeader, LockMinutes } from '../core/lock.ts'
import type { Row } from '../core/merge.ts'
import type { StoreName } from '../core/records.ts'
import type { Result } from '../core/result.ts'
import type { LongWork } from './data-ports.ts'
import type { StoreProblem } from './ports.ts'

/** `none`: nobody set one up. While it is `locked`, nothing that was written can be read, and check-ins can still be added. */
export type LockState = 'none' | 'locked' | 'unlocked'

export type LockFacts = {
  readonly state: LockState
  /** Turning it on or off was cut off before everything was rewritten; `finish` goes on. */
  readonly unfinished: 'on' | 'off' | null
  /** Whether there is a recovery code. */
  readonly hasCode: boolean
  /** Minutes without use of Thaw after which it locks itself; null leaves that to the browser's closing, the system's lock and the command. */
  readonly minutes: LockMinutes
  /** At the last unlocking, what it keeps in the clear was found changed, and set right; until the person has read it. */
  readonly wasChanged: boolean
}

/** What became of rewriting. */
export type Rewritten = {
  /** False where it was stopped. */
  readonly isDone: boolean
  /** Rows of which neither copy could be opened, so that their times and numbers alone are left. */
  readonly unopened: number
}

/** What opens it. A code is taken in whatever case and with whatever spaces and dashes it was typed. */
export type WayIn = { readonly kind: 'passphrase' | 'code'; readonly text: string }

export type LockProblem =
  /** It is not this passphrase or code. */
  | { readonly kind: 'wrong' }
  /** What the lock needs was changed or damaged, so nothing opens it. */
  | { readonly kind: 'unreadable' }
  | StoreProblem

export type Locked<Value> = Promise<Result<Value, LockProblem>>

export type Lock = {
  facts(): Promise<LockFacts>
  /** Called where any of it may have changed, in this context or another; returns the way to stop listening. */
  listen(heard: () => void): () => void
  /** Takes about half a second of the processor, away from the page. */
  unlock(way: WayIn): Locked<void>
  /**
   * Everywhere at once. What stands in a form of something new is there again once it is opened; a check-in that is being edited holds
   * what was kept of it until then.
   */
  lock(): Promise<void>
  /** The person is using Thaw; cheap enough for every key. */
  touch(): void
  /**
   * From then on everything that is written is encrypted; what was written before is by `finish`. Gives the recovery code at once, because
   * nothing can show it again; null where none was asked for.
   */
  turnOn(ask: {
    readonly passphrase: string
    readonly withCode: boolean
    readonly minutes: LockMinutes
  }): Locked<{ readonly code: string | null }>
  /** Goes on with what `facts().unfinished` names; not done where `care` meets what nothing can open, for a person is told what is lost. */
  finish(work?: LongWork, by?: 'person' | 'care'): Locked<Rewritten>
  /** Writes everything in the clear again and forgets the keys. */
  turnOff(way: WayIn, work?: LongWork): Locked<Rewritten>
  /** What opens it so far, and what shall; the recovery code stays. */
  changePassphrase(way: WayIn, passphrase: string): Locked<void>
  /** Gives a recovery code, which nothing can show again; one there was before opens nothing any more. The passphrase stays. */
  renewCode(way: WayIn): Locked<string>
  setMinutes(minutes: LockMinutes): Locked<void>
  /** The person has read that it was changed. */
  readChanged(): Locked<void>
}

/** Encrypts and opens, with the keys of one lock. */
export type Sealer = {
  /** An open row with its secrets encrypted; every other row as it is. */
  seal<Kept extends Row>(store: StoreName, row: Kept): Promise<Kept>
  /**
   * A sealed row with its secrets; every other row as it is. Rejects with OperationError where they were changed, or sealed for another
   * lock.
   */
  open<Kept extends Row>(store: StoreName, row: Kept): Promise<Kept>
  /** As `seal`, for a text under `name`, outside the database. */
  sealText(name: string, text: string): Promise<string>
  /** The lock is being taken off: nothing is sealed any more. */
  readonly opensOnly?: true
  openText(name: string, sealed: string): Promise<string>
}

/** The keys of the lock; null where there is none. Waits as long as it is locked. */
export type Gate = () => Promise<Sealer | null>

/** The lock with what the store behind it needs. */
export type LockOfHistory = Lock & {
  readonly gate: Gate
  /**
   * Takes the lock that a copy was sealed under where there is none, as after everything else was lost; from then on it is locked. False
   * where another one stands.
   */
  adopt(header: LockHeader): Locked<boolean>
}
