/** The composition root of the backup that is kept current in a folder of the person's own; the browsers that have no such folders need none of it. */
import { backupKey, readBackupMark } from '../core/backup-due.ts'
import { createLog } from '../platform/log.ts'
import { canPickFolder, ownFolder, type PickedFolder } from '../platform/picked-folder.ts'
import { createSlot } from '../platform/slots.ts'
import { readCanary } from '../store/canary.ts'
import { handleSlot } from '../store/handle-slot.ts'
import { backupWriter } from './compose-backup.ts'
import { createKeepFile, readKeptMark } from './kept-file.ts'
import { createKeptFilePart, type KeptFilePart } from './kept-file-part.ts'
import type { PageParts } from './page-parts.ts'

/** Where the mark of the file lies among the values that outlive the browser. */
const keptKey = 'kept-file'

const compose = (parts: PageParts) => {
  const { whole, clock, local, locks, lock } = parts
  if (whole === undefined || !canPickFolder()) return null
  const log = createLog(local, locks, clock)
  const folder = ownFolder(handleSlot<PickedFolder>('thaw-folder'))
  const mark = createSlot(local, keptKey, readKeptMark)
  const keep = createKeepFile({
    folder,
    mark,
    backup: createSlot(local, backupKey, readBackupMark),
    whole,
    writeBackup: backupWriter(parts, whole),
    stamp: async () => {
      const canary = await readCanary(local)
      return canary === null ? '' : `${canary.installId} ${canary.sequence}`
    },
    hasLock: async () => (await lock?.place.stands()) === true,
    locks,
    clock,
    log,
  })
  return { folder, mark, keep, locks, log }
}

/** null where the browser has no folders to pick, and where the history is made up. */
export const composeKeptFile = (parts: PageParts, onSaved: () => void): KeptFilePart | null => {
  const composed = compose(parts)
  return composed && createKeptFilePart({ ...composed, onSaved })
}

/** Writes the file where it is due. Where none is kept, one small value is read and nothing else. */
export const careForKeptFile = async (parts: PageParts): Promise<void> => {
  if ((await parts.local.get([keptKey]))[keptKey] === undefined) return
  await compose(parts)?.keep('due')
}
