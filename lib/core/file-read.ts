/** What a file that somebody picked turns out to be, once it was read and nothing of it was brought in yet. */
import type { ForeignRead, RefusedReason, Unreadable } from './foreign.ts'
import type { LockHeader } from './lock.ts'
import type { StoredRow } from './merge.ts'

/** The names of the files in a zip that were read, where others are left that can be brought in by themselves. */
export type ZipParts = { readonly read: readonly string[]; readonly left: readonly string[] }

export type FileRead =
  /** A Thaw backup; `settings` as the file has them, for the tolerant reader of settings, null where it has none. */
  | {
      readonly kind: 'thaw'
      readonly rows: readonly StoredRow[]
      readonly unreadable: readonly Unreadable[]
      readonly settings: unknown
      /** As in BackupRead. */
      readonly lock?: LockHeader
      readonly zip?: ZipParts
    }
  /** A table of check-ins that Thaw wrote; own words and tags that they name are among the rows. */
  | {
      readonly kind: 'csv'
      readonly rows: readonly StoredRow<'checkIns' | 'words' | 'tags'>[]
      readonly unreadable: readonly Unreadable[]
      readonly zip?: ZipParts
    }
  /** What another app gave away: the person says what its moods mean before it becomes rows. */
  | { readonly kind: 'foreign'; readonly read: ForeignRead; readonly zip?: ZipParts }
  /** An age file, or one in a zip that holds nothing else to read: read it again once it is opened. */
  | { readonly kind: 'encrypted'; readonly inside?: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
