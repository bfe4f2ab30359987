/** The composition root of Settings → Data & privacy. */
import { ok } from '../core/result.ts'
import { createLog } from '../platform/log.ts'
import { composeBackup } from './compose-backup.ts'
import { composeCsv } from './compose-csv.ts'
import { composeImport } from './compose-import.ts'
import { composeKept } from './compose-kept.ts'
import { composeKeptFile } from './compose-kept-file.ts'
import type { WholeHistory } from './data-ports.ts'
import { type CheckDays, createDayCheck } from './day-check.ts'
import type { PageParts } from './page-parts.ts'
import type { Records } from './ports.ts'
import { createRebuild } from './rebuild.ts'
import { createRescue, type Rescue } from './rescue.ts'

/** Days that are made up stand beside their records in memory: how many there are is all there is to say. */
const madeUp =
  (records: Pick<Records, 'daySpan' | 'days'>): CheckDays =>
  async () => {
    const span = await records.daySpan()
    if (!span.ok) return span
    const days = span.value ? await records.days(span.value.first, span.value.last) : ok([])
    return days.ok ? ok({ checked: days.value.length, repaired: 0, whole: true }) : days
  }

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

export const composeData = (parts: PageParts) => {
  const { records, checkDays = madeUp(records), changes, local, locks, clock } = parts
  const log = createLog(local, locks, clock)
  const backup = composeBackup(parts)
  return {
    backup,
    folder: composeKeptFile(parts, () => void backup?.load()),
    /** Not there where the history is made up: nothing is brought into it. */
    importing: parts.whole ? composeImport(parts, parts.whole) : null,
    csv: parts.whole ? composeCsv(parts) : null,
    kept: parts.whole ? composeKept(parts, parts.whole) : null,
    rescue: parts.whole ? composeRescue(parts, parts.whole) : null,
    rebuild: createRebuild({ check: createDayCheck({ checkDays, changes, log }) }),
  }
}
