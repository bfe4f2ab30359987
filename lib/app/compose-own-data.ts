/** What a person can do with all of their own history, composed; nothing of it is reached where the history is made up. */
import { holdBusy, holdPage } from '../platform/hold.ts'
import { createLog } from '../platform/log.ts'
import { composeBackup } from './compose-backup.ts'
import { composeCsv } from './compose-csv.ts'
import { composeImport } from './compose-import.ts'
import { composeKept } from './compose-kept.ts'
import { composeKeptFile } from './compose-kept-file.ts'
import type { WholeHistory } from './data-ports.ts'
import { createLockPart } from './lock-part.ts'
import type { OwnParts, PageParts } from './page-parts.ts'
import { createRescue, type Rescue } from './rescue.ts'

/** A file with what is sealed would be of no use where its keys are lost too. */
const asAnybodyReads = async (history: Pick<WholeHistory, 'rows'>, { lock }: OwnParts) => {
  if ((await lock.place.look()) == null) return history
  const { openedRows } = await import('../store/sealed-whole.ts')
  return openedRows(history, (await lock.load()).gate)
}

const composeRescue = (parts: PageParts & OwnParts, whole: WholeHistory): Rescue => {
  const { local, locks, clock, takeOut, settings } = parts
  return createRescue({
    whole,
    writeRescued: async (put, work) => {
      const [{ rescue }, { writeBackup }] = await Promise.all([
        import('../store/rescue.ts'),
        import('../store/backup/write.ts'),
      ])
      const exportedAt = clock.now().epochMilliseconds
      const history = await asAnybodyReads(await rescue(local), parts)
      const source = { history, settings: await settings.read(), exportedAt }
      return writeBackup(source, put, work)
    },
    takeOut,
    clock,
    log: createLog(local, locks, clock),
  })
}

const composeLockPart = async ({ lock, takeOut, clock, local, locks, later }: PageParts & OwnParts) =>
  createLockPart({
    lock: await lock.load(),
    takeOut,
    clock,
    log: createLog(local, locks, clock),
    pause: () => new Promise(resolve => void later(0, resolve)),
    hold: () => {
      const letGo = [holdPage(), holdBusy()]
      return () => {
        for (const free of letGo) free()
      }
    },
  })

export const composeOwnData = async (parts: PageParts & OwnParts) => {
  const { whole } = parts
  const backup = composeBackup(parts)
  return {
    backup,
    folder: composeKeptFile(parts, () => void backup?.load()),
    importing: composeImport(parts, whole),
    csv: composeCsv(parts),
    kept: composeKept(parts),
    rescue: composeRescue(parts, whole),
    lock: await composeLockPart(parts),
  }
}

export type OwnData = Awaited<ReturnType<typeof composeOwnData>>
