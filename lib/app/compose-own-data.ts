/** What a person can do with all of their own history, composed; nothing of it is reached where the history is made up. */
import { createLog } from '../platform/log.ts'
import { composeBackup } from './compose-backup.ts'
import { composeCsv } from './compose-csv.ts'
import { composeImport } from './compose-import.ts'
import { composeKept } from './compose-kept.ts'
import { composeKeptFile } from './compose-kept-file.ts'
import type { WholeHistory } from './data-ports.ts'
import type { PageParts } from './page-parts.ts'
import { createRescue, type Rescue } from './rescue.ts'

const composeRescue = (parts: PageParts, whole: WholeHistory): Rescue => {
  const { local, locks, clock, takeOut, settings } = parts
  return createRescue({
    whole,
    writeRescued: async (put, work) => {
      const [{ rescue }, { writeBackup }] = await Promise.all([
        import('../store/rescue.ts'),
        import('../store/backup/write.ts'),
      ])
      const exportedAt = clock.now().epochMilliseconds
      const source = { history: await rescue(local), settings: await settings.read(), exportedAt }
      return writeBackup(source, put, work)
    },
    takeOut,
    clock,
    log: createLog(local, locks, clock),
  })
}

export const composeOwnData = (parts: PageParts & { readonly whole: WholeHistory }) => {
  const { whole } = parts
  const backup = composeBackup(parts)
  return {
    backup,
    folder: composeKeptFile(parts, () => void backup?.load()),
    importing: composeImport(parts, whole),
    csv: composeCsv(parts),
    kept: composeKept(parts, whole),
    rescue: composeRescue(parts, whole),
  }
}

export type OwnData = ReturnType<typeof composeOwnData>
