/** The daily copies of a history, for the worker that takes them and for the page that lists them. */
import { readLockHeader } from '../core/lock.ts'
import { fail } from '../core/result.ts'
import { snapshotFiles } from '../platform/private-files.ts'
import { lockKey } from '../store/lock-key.ts'
import { createSnapshots } from '../store/snapshots.ts'
import type { Snapshots, WholeHistory } from './data-ports.ts'
import type { Clock, KeyValue, Locks, SettingsStore } from './ports.ts'

type Needs = {
  readonly settings: SettingsStore
  readonly clock: Clock
  readonly locks: Locks
  readonly local: KeyValue
}

export const composeSnapshotStore = (
  { settings, clock, locks, local }: Needs,
  whole: WholeHistory,
): Snapshots =>
  createSnapshots({
    files: snapshotFiles,
    keyValue: local,
    locks,
    clock,
    writeBackup: async put => {
      const { writeBackup } = await import('../store/backup/write.ts')
      const exportedAt = clock.now().epochMilliseconds
      // Without it, nobody could ever open what the copy holds; where it was damaged, those from before have it.
      const stored = (await local.get([lockKey]))[lockKey]
      const lock = readLockHeader(stored)
      if (stored !== undefined && lock === null) return fail({ kind: 'failed', name: 'DataError' })
      return writeBackup({ history: whole, settings: await settings.read(), lock, exportedAt }, put)
    },
  })
