/** The composition root of the line about a backup on Today. */
import { backupKey, backupPutAwayKey, readBackupMark, worth } from '../core/backup-due.ts'
import { createSlot } from '../platform/slots.ts'
import { readCanary } from '../store/canary.ts'
import { type BackupLine, createBackupLine } from './backup-line.ts'
import type { PageParts } from './page-parts.ts'

/** null where the history is made up. */
export const composeBackupLine = ({ whole, local, settings, clock }: PageParts): BackupLine | null => {
  if (whole === undefined) return null
  return createBackupLine({
    mark: createSlot(local, backupKey, readBackupMark),
    putAway: createSlot(local, backupPutAwayKey, stored => (typeof stored === 'number' ? stored : null)),
    settings,
    // The mark of the history knows how many there are without counting them.
    records: async () => {
      const canary = await readCanary(local)
      return canary && worth(canary.counts)
    },
    clock,
  })
}
