/** What a file holds that comes from elsewhere, read into shapes that cannot be wrong, before a person decides what becomes of it. */
import type { LockHeader } from './lock.ts'
import type { StoredRow } from './merge.ts'
import type { Id, Step } from './records.ts'
import type { Day } from './time.ts'

/** What is looked at before anything of a file is read. */
export const fileLimits = {
  bytes: 200_000_000,
  /** Objects and lists within one another: parsing takes depths that storing cannot. */
  depth: 16,
  records: 1_000_000,
  /** Characters of any one text. */
  text: 20_000,
} as const

export const foreignFormats = [
  'daylio-csv',
  'daylio-backup',
  'pixels',
  'how-we-feel',
  'bearable',
  'state-of-mind',
  'emoods',
  'mindshift',
  'moodpath',
  'daily-you',
] as const
export type ForeignFormat = (typeof foreignFormats)[number]

/** When an entry was made, as far as the file says. */
export type ForeignTime =
  /** The exact moment, and the offset from UTC in minutes where the file names one. */
  | { readonly kind: 'instant'; readonly at: number; readonly offset: number | null }
  /** The time on the wall; the zone is not in the file. */
  | { readonly kind: 'wall'; readonly day: Day /** Minutes after midnight. */; readonly minute: number }
  /** The day alone. */
  | { readonly kind: 'day'; readonly day: Day }

export type ForeignEntry = {
  /** Where it stands in the file: line or item, from 1. */
  readonly line: number
  readonly time: ForeignTime
  /** The key of its mood in `ForeignRead.moods`; null where it has none. */
  readonly mood: string | null
  readonly note: string
  /** Names of activities, emotions and the like, as the file has them. */
  readonly tags: readonly string[]
  /** Everything else, kept as it was found. */
  readonly raw: { readonly [field: string]: unknown }
}

/** A mood as the file calls it. `felt` is never made of one; `pleasant` only by what the person confirms. */
export type ForeignMood = {
  readonly key: string
  /** As the file names it, or its number. */
  readonly label: string
  readonly count: number
  /** What its own scale says; null where it says nothing. */
  readonly suggested: Step | null
}

/** Why a line was not read; each has a sentence, `import_line_` + the reason with underscores. */
export type UnreadableReason =
  | 'no-time'
  | 'bad-time'
  | 'out-of-range'
  | 'too-long'
  | 'too-deep'
  | 'wrong-type'
  | 'no-content'
  | 'bad-row'

export type Unreadable = {
  readonly line: number
  readonly reason: UnreadableReason
  /** The field that is meant, or several of them by comma, where it is not the line as such. */
  readonly field?: string
  /** The rest of the line comes in. */
  readonly part?: true
  /** Of a record of Thaw's own which it is, where that much can be read. */
  readonly id?: Id
}

/** Why a whole file was not read; each has a sentence, `import_file_` + the reason with underscores. */
export type RefusedReason =
  | 'empty'
  | 'too-big'
  | 'too-deep'
  | 'too-many'
  | 'unknown-format'
  | 'not-text'
  | 'broken'
  | 'newer'
  | 'zip-bomb'
  | 'wrong-passphrase'
  | 'too-costly'

/**
 * What a file of another app holds. The format X in store/formats has `isX`, which takes a table or any value of JSON and is true where
 * that is a file of the format, and `readX`, which takes such a file, or every table of it that lies in one zip. Neither rejects
 * anything: an entry that cannot be read is listed in `unreadable`, and a file with none in it gives empty lists.
 */
export type ForeignRead = {
  readonly format: ForeignFormat
  readonly entries: readonly ForeignEntry[]
  readonly moods: readonly ForeignMood[]
  readonly unreadable: readonly Unreadable[]
}

/** What a backup of Thaw's own holds. Of two versions of a record in one file the winner is here (core/merge). */
export type BackupRead = {
  readonly rows: readonly StoredRow[]
  /** As the file has them, for the tolerant reader of settings; null where it has none. */
  readonly settings: unknown
  /** The header of the lock under which the rows are sealed, as daily copies have it; files for elsewhere are not sealed. */
  readonly lock?: LockHeader
  readonly unreadable: readonly Unreadable[]
}
