/** The composition root of what is kept: the daily copies, what is stored, deleting a period and everything. */
import { backupKey, readBackupMark } from '../core/backup-due.ts'
import { askDataWorker } from '../platform/data-worker.ts'
import { leaveFor } from '../platform/erase.ts'
import { holdBusy, holdPage } from '../platform/hold.ts'
import { logKey, readLog } from '../platform/log.ts'
import { rest } from '../platform/rest.ts'
import { createSlot } from '../platform/slots.ts'
import { storageFacts } from '../platform/storage-facts.ts'
import { readSettingsChanged, settingsChangedKey } from '../store/settings.ts'
import { upgrades } from '../store/upgrades.ts'
import { createAdoptCopy } from './adopt-copy.ts'
import { erasedPage } from './compose-erased.ts'
import { composeEraser } from './compose-eraser.ts'
import { composeSnapshotStore } from './compose-snapshot-store.ts'
import type { DataAsks } from './data-asks.ts'
import { createErasePart } from './erase-part.ts'
import type { OwnParts, PageParts } from './page-parts.ts'
import { createPeriodRemoval } from './period-removal.ts'
import { createReadFile } from './read-file.ts'
import { createSnapshotList } from './snapshots.ts'
import { createStored } from './stored.ts'
import { createTakeSettings } from './take-settings.ts'
import { createSaveUnread } from './unread-file.ts'

export const composeErase = () =>
  createErasePart({ eraser: composeEraser(), leave: () => leaveFor(erasedPage) })

/** For where nothing opens the lock as it stands. */
export const composeAdoptCopy = (parts: PageParts & OwnParts) =>
  createAdoptCopy({
    snapshots: composeSnapshotStore(parts, parts.copies),
    readCopy: async content => {
      const read = await createReadFile(askDataWorker<DataAsks>())(new File([content], 'copy.json'), null, {})
      return read?.kind === 'thaw' ? read : null
    },
    lock: { adopt: async header => (await parts.lock.load()).adopt(header) },
  })

export const composeKept = (parts: PageParts & OwnParts) => {
  const { clock, chance, changes, local, system, copyText, takeOut, whole, copies, lock } = parts
  const snapshots = composeSnapshotStore(parts, copies)
  const pause = () => new Promise<void>(resolve => void parts.later(0, resolve))
  const hold = () => {
    const letGo = [holdPage(), holdBusy()]
    return () => {
      for (const free of letGo) free()
    }
  }
  const readFile = createReadFile(askDataWorker<DataAsks>())
  const lastBackup = createSlot(local, backupKey, readBackupMark)
  return {
    snapshots: createSnapshotList({
      snapshots,
      // A copy from before the lock is sealed on its way back.
      whole: { ...copies, bring: whole.bring },
      readCopy: async (content, work) => {
        const read = await readFile(new File([content], 'copy.json'), null, work)
        if (read?.kind !== 'thaw') return null
        if (!read.lock) return read
        const ours = await (await lock.load()).adopt(read.lock)
        return ours.ok && ours.value ? read : null
      },
      takeSettings: createTakeSettings(parts),
      changes,
      clock,
      chance,
      pause,
      hold,
    }),
    saveUnread: createSaveUnread({ takeOut, clock, rest }),
    stored: createStored({
      whole,
      rows: copies.rows,
      snapshots,
      storage: storageFacts,
      databaseVersion: upgrades.length,
      lastBackup: async () => (await lastBackup.read())?.at ?? null,
      settingsChanged: async () => readSettingsChanged(await local.get([settingsChangedKey])),
      system,
      readLog: async () => readLog((await local.get([logKey]))[logKey]),
      copyText,
      changes,
      clock,
      pause,
    }),
    zone: () => clock.now().timeZoneId,
    period: createPeriodRemoval({ whole, snapshots, changes, pause, hold }),
    erase: composeErase(),
  }
}
