/** The daily copies of a history, for the worker that takes them and for the page that lists them. */
import { snapshotFiles } from '../platform/private-files.ts'
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
      return writeBackup({ history: whole, settings: await settings.read(), exportedAt }, put)
    },
  })
