/** Whether a backup is worth a word: by how old the last one is, and by how much came since. */
import { type StoreName, storeNames } from './records.ts'
import { type Day, hour, type Instant, isDay } from './time.ts'

const oneDay = 24 * hour

/** The first one is worth a word from so many records on. */
const firstAfter = 50
/** Another one once the last is so old, and so many records came since. */
const againAfter = { age: 30 * oneDay, records: 30 } as const
/** Who puts the word away is left alone for so long. */
const quietFor = 30 * oneDay

/** The last backup that was saved. */
export type BackupMark = {
  readonly at: Instant
  /** The day on which it was saved, where it was saved. */
  readonly day: Day
  /** Records that it holds, without reminders; fewer once fewer were left. */
  readonly records: number
}

/** Where the mark lies among the values that outlive the browser. */
export const backupKey = 'backup'
/** Where it lies that the word was put away, as an instant. */
export const backupPutAwayKey = 'backup-put-away'

/** The mark in whatever is stored; null where there is none. */
export const readBackupMark = (stored: unknown): BackupMark | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { at, day, records } = stored as { readonly [field: string]: unknown }
  return Number.isFinite(at) && isDay(day) && Number.isFinite(records)
    ? { at: at as Instant, day, records: records as number }
    : null
}

/** Records that a person would miss; what became of reminders is kept in backups and not counted. */
export const worth = (counts: { readonly [Store in StoreName]?: number }): number =>
  storeNames.reduce((sum, store) => sum + (store === 'nudges' ? 0 : (counts[store] ?? 0)), 0)

/**
 * The mark once so many records are left. What was deleted since the backup is still in it, and would count against what comes
 * afterwards: months of it could pass for nothing new.
 */
export const loweredMark = (last: BackupMark, left: number): BackupMark =>
  left < last.records ? { ...last, records: left } : last

/** How many records came since, as far as counts can tell. */
export const recordsSince = (last: BackupMark | null, records: number): number =>
  Math.max(0, records - (last?.records ?? 0))

/** One that was made on a clock that was ahead says nothing about its age. */
const isOld = ({ at }: BackupMark, now: Instant): boolean => now - at >= againAfter.age || at > now + oneDay

/** Whether a backup is worth a word at `now`, to a person with so many records. */
export const isBackupDue = (last: BackupMark | null, records: number, now: Instant): boolean =>
  last === null
    ? records >= firstAfter
    : isOld(last, now) && recordsSince(last, records) >= againAfter.records

/** Whether it may be said unasked, on another page: not for a while after it was put away. */
export const mayBeSaid = (putAwayAt: Instant | null, now: Instant): boolean =>
  putAwayAt === null || now - putAwayAt >= quietFor || putAwayAt > now + oneDay
