/** What every section of the main page stands on, whether the history is the person's own or made up to look around in. */
import type { Id } from '../core/records.ts'
import type { WholeHistory } from './data-ports.ts'
import type { CheckDays } from './day-check.ts'
import type { Labels } from './labels.ts'
import type { LockOfHistory } from './lock-ports.ts'
import type {
  Chance,
  Changes,
  Clock,
  KeyValue,
  Later,
  Locks,
  Nudges,
  Records,
  Recoveries,
  SettingsStore,
  System,
  TakeOut,
} from './ports.ts'
import type { LockPlace } from './under-lock.ts'

/** The lock before the history, for the page that it stands in. */
export type PageLock = {
  readonly place: LockPlace<unknown>
  /** Also where there is none yet. */
  readonly load: () => Promise<LockOfHistory>
}

export type PageParts = {
  readonly clock: Clock
  readonly chance: Chance
  readonly changes: Changes
  readonly locks: Locks
  readonly records: Records
  /** Not there where the days are made up and need no care. */
  readonly checkDays?: CheckDays
  /** Not there where the history is made up: nothing is brought into it or taken out. */
  readonly whole?: WholeHistory
  /** The whole history as it lies, sealed where there is a lock: for the daily copies. */
  readonly copies?: WholeHistory
  /** Not there where the history is made up. */
  readonly lock?: PageLock
  readonly recoveries: Recoveries
  readonly settings: SettingsStore
  readonly nudges: Nudges
  /** Values that outlive the browser. */
  readonly local: KeyValue
  /** Values that outlive the page, not the browser. */
  readonly session: KeyValue
  readonly labels: Labels
  readonly later: Later
  readonly system: () => Promise<System>
  readonly takeOut: TakeOut
  /** Copies text that is not personal, such as a phone number; false where the browser refuses. */
  readonly copyText: (text: string) => Promise<boolean>
  /** Asks the browser to keep the storage; nobody waits for its answer. */
  readonly askToPersist: () => void
  readonly openCheckIn: () => void
  /** Rejects where the browser keeps no draft or opens no window. */
  readonly startPause: (pause: Id) => Promise<void>
}

/** What only the person's own history has. */
export type OwnParts = Required<Pick<PageParts, 'whole' | 'copies' | 'lock'>>
