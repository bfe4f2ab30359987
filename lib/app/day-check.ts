/** Counts the days again; where some were put right, the log says how many and every page reads them anew. */
import type { Changes, DayCheck, DayCheckAsk, Log, Stored } from './ports.ts'
import { storeError } from './store-error.ts'

export type CheckDays = (ask: DayCheckAsk) => Stored<DayCheck>

type Needs = {
  readonly checkDays: CheckDays
  readonly changes: Pick<Changes, 'announce'>
  readonly log: Log
}

export const createDayCheck =
  ({ checkDays, changes, log }: Needs): CheckDays =>
  async ask => {
    const checked = await checkDays(ask)
    if (!checked.ok) log.note('days check', storeError(checked.problem))
    else if (checked.value.repaired > 0) {
      // Which days, or what stood there, is nobody's business.
      log.note('days', new DOMException('', `${checked.value.repaired} put right`))
      changes.announce('records')
    }
    return checked
  }
