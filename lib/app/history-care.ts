/** What the history needs from time to time: counted once in a browser session, and its closed months packed once a day. */
import type { Day } from '../core/time.ts'
import type { Changes, Clock, Log, Slot, Stored } from './ports.ts'

export type HistoryCarePorts = {
  readonly history: {
    /** True where nothing was missing. */
    checkCounts(): Stored<boolean>
    packClosedMonths(): Stored<void>
  }
  /** The day of the last care; empty when a browser session begins. */
  readonly lastDay: Slot<Day>
  readonly clock: Clock
  readonly changes: Pick<Changes, 'announce'>
  readonly log: Log
}

/** Safe to call at every start of the worker; never rejects. */
export const createHistoryCare = (ports: HistoryCarePorts) => async (): Promise<void> => {
  try {
    const today = ports.clock.now().toPlainDate().toString()
    const before = await ports.lastDay.read()
    if (before === today) return
    await ports.lastDay.write(today)
    if (before === null) {
      const counted = await ports.history.checkCounts()
      if (counted.ok && !counted.value) ports.changes.announce('records')
    }
    await ports.history.packClosedMonths()
  } catch (problem) {
    ports.log.note('history care', problem)
  }
}
