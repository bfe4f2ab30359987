/** The composition root of saving a backup, and of knowing when one is worth it. */
import { backupKey, readBackupMark } from '../core/backup-due.ts'
import { askDataWorker } from '../platform/data-worker.ts'
import { holdBusy } from '../platform/hold.ts'
import { createLog } from '../platform/log.ts'
import { createSlot } from '../platform/slots.ts'
import { readCanary } from '../store/canary.ts'
import { type Backup, createBackup } from './backup.ts'
import type { DataAsks } from './data-asks.ts'
import type { WholeHistory, WriteBackup } from './data-ports.ts'
import type { PageParts } from './page-parts.ts'

/** What writes a backup of this history as it is now. */
export const backupWriter =
  ({ settings, clock, local }: PageParts, whole: WholeHistory): WriteBackup =>
  async (put, work) => {
    const { writeBackup } = await import('../store/backup/write.ts')
    const exportedAt = clock.now().epochMilliseconds
    // What is left of deleted ones is not among these; where there is much of it, the bar waits at its end.
    const counts = Object.values((await readCanary(local))?.counts ?? {})
    const expected = counts.reduce((sum, count) => sum + count, 0)
    return writeBackup({ history: whole, expected, settings: await settings.read(), exportedAt }, put, work)
  }

/** null where the history is made up and nothing of it is worth a file. */
export const composeBackup = (parts: PageParts): Backup | null => {
  const { whole, takeOut, settings, changes, clock, local, locks } = parts
  if (whole === undefined) return null
  const ask = askDataWorker<DataAsks>()
  return createBackup({
    whole,
    writeBackup: backupWriter(parts, whole),
    encrypt: (content, passphrase, work) => ask('encrypt', { content, passphrase }, work),
    takeOut,
    mark: createSlot(local, backupKey, readBackupMark),
    settings,
    changes,
    clock,
    log: createLog(local, locks, clock),
    holdBusy,
  })
}
