/** The mark of the last backup, brought down to what is left of the history, so that deletions hide nothing that comes afterwards. */
import { type BackupMark, loweredMark } from '../core/backup-due.ts'
import type { Slot } from './ports.ts'

/** `left` is how many records there are that a person would miss. Rejects where the mark cannot be read. */
export const readLastBackup = async (mark: Slot<BackupMark>, left: number): Promise<BackupMark | null> => {
  const last = await mark.read()
  const lowered = last && loweredMark(last, left)
  // A refusal costs nothing now: the next look brings it down.
  if (lowered !== last) await mark.write(lowered).catch(() => {})
  return lowered
}
