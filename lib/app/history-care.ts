/** What the history needs: deletions made final at every start, read and counted once in a browser session, closed months packed once a day. */
import type { Day } from '../core/time.ts'
import type { Changes, Clock, Log, Records, Slot, Stored } from './ports.ts'
import { storeError } from './store-error.ts'

export type HistoryCarePorts = {
  readonly history: Pick<Records, 'settleRemovals'> & {
    /** True where nothing was missing. */
    checkCounts(): Stored<boolean>
    packClosedMonths(): Stored<void>
  }
  /** The day of the last care that did all it had to; empty when a browser session begins. */
  readonly lastDay: Slot<Day>
  /** Takes away what older versions kept and nobody reads any more. */
  readonly forgetLeft: () => Promise<void>
  readonly clock: Clock
  readonly changes: Pick<Changes, 'announce'>
  readonly log: Log
}

/** Safe to call at every start of the worker, where it ends what an earlier one could not; never rejects. */
export const createHistoryCare = (ports: HistoryCarePorts) => {
  const { history, log } = ports

  /** Null where it could not be done. */
  const attempt = async <Value>(
    where: string,
    work: () => Stored<Value>,
  ): Promise<{ value: Value } | null> => {
    const done = await work()
    if (done.ok) return done
    log.note(where, storeError(done.problem))
    return null
  }

  return async (): Promise<void> => {
    try {
      // A page that closed within the ten seconds of a deletion did not make it final.
      await attempt('history settle', history.settleRemovals)
      const today = ports.clock.now().toPlainDate().toString()
      const before = await ports.lastDay.read()
      if (before === today) return
      await ports.forgetLeft()
      const counted = before === null ? await attempt('history count', history.checkCounts) : { value: true }
      if (counted?.value === false) ports.changes.announce('records')
      const packed = await attempt('history pack', history.packClosedMonths)
      if (counted && packed) await ports.lastDay.write(today)
    } catch (problem) {
      log.note('history care', problem)
    }
  }
}
