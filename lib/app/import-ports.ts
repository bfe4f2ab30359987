/** What an import needs from outside: files read into rows, and word to the browser that something is under way. */
import type { FileRead } from '../core/file-read.ts'
import type { ForeignRead, Unreadable } from '../core/foreign.ts'
import type { StoredRow } from '../core/merge.ts'
import type { Step } from '../core/records.ts'
import type { LongWork } from './data-ports.ts'

/** Null where it was stopped. Rejects where the file cannot be read at all, such as a folder or one that went meanwhile. */
export type ReadFile = (file: File, passphrase: string | null, work: LongWork) => Promise<FileRead | null>

/** What a person decides about a file of another app. */
export type ForeignChoices = {
  /** Where the times of the file were lived, as far as it does not say. */
  readonly zone: string
  /** What each mood, by its key, comes to; null leaves `pleasant` unanswered. */
  readonly moods: ReadonlyMap<string, Step | null>
}

/** The records that the entries come to, and the entries that come to none. Null where it was stopped. */
export type MakeRows = (
  read: ForeignRead,
  choices: ForeignChoices,
  work: LongWork,
) => Promise<{ readonly rows: readonly StoredRow[]; readonly unreadable: readonly Unreadable[] } | null>
