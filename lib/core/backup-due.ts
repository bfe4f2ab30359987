/** Whether a backup is worth a word: by how old the last one is, and by how much came since. */
import { hour, type Instant } from './time.ts'

const day = 24 * hour

/** The first one is worth a word from so many records on. */
export const firstAfter = 50
/** Another one once the last is so old, and so many records came since. */
export const againAfter = { age: 30 * day, records: 30 } as const
/** Who puts the word away is left alone for so long. */
export const quietFor = 30 * day

/** The last backup that was saved. */
export type BackupMark = {
  readonly at: Instant
  /** Records that it holds. */
  readonly records: number
}

/** How many records came since, as far as counts can tell: what was deleted meanwhile counts against them. */
export const recordsSince = (last: BackupMark | null, records: number): number =>
  Math.max(0, records - (last?.records ?? 0))

/** One that was made on a clock that was ahead says nothing about its age. */
const isOld = ({ at }: BackupMark, now: Instant): boolean => now - at >= againAfter.age || at > now + day

/** Whether counting records can matter at all: it is spared while the last backup is young. */
export const mayBeDue = (last: BackupMark | null, now: Instant): boolean => last === null || isOld(last, now)

/** Whether a backup is worth a word at `now`, to a person with so many records. */
export const isBackupDue = (last: BackupMark | null, records: number, now: Instant): boolean =>
  last === null
    ? records >= firstAfter
    : isOld(last, now) && recordsSince(last, records) >= againAfter.records

/** Whether it may be said unasked, on another page: not for a while after it was put away. */
export const mayBeSaid = (putAwayAt: Instant | null, now: Instant): boolean =>
  putAwayAt === null || now - putAwayAt >= quietFor || putAwayAt > now + day
