/** The history as the rest of Thaw gets it: database, journal and canary behind one door. */
import type { Rewriting, WholeHistory } from '../app/data-ports.ts'
import type { DayCheck, DayCheckAsk, Records, Recoveries, Stored } from '../app/ports.ts'
import { ok } from '../core/result.ts'
import { connect } from './connection.ts'
import { loadRare } from './load-rare.ts'
import type { HeaderChange } from './lock-header.ts'
import type { Parts } from './parts.ts'
import { databaseRecords } from './records.ts'
import { storedRecoveries } from './recoveries.ts'
import { wholeDoor } from './whole-door.ts'

export type OpenHistory = Records & {
  readonly recoveries: Recoveries
  /**
   * Counts and reads all records, which opening alone does not, and restores what is missing or cannot be read; true where nothing
   * was. For the worker, once per browser session.
   */
  checkCounts(): Stored<boolean>
  /** Counts every day again from all records and puts right the rows of `days` that differ; see DayCheckAsk. */
  checkDays(ask?: DayCheckAsk): Stored<DayCheck>
  /** Packs the journal's closed months and removes what cut-off work left; cheap when there is neither. For the worker, once a day. */
  packClosedMonths(): Stored<void>
  /** The same history as one whole, for backups, imports and deletion. */
  readonly whole: WholeHistory & Rewriting
  /** Changes the header of the lock in both copies, or takes it out of them; false where it was left as it is. See changeHeader. */
  changeLock(change: HeaderChange): Stored<boolean>
  /** Puts the header back where one of the copies lost it. */
  mendLock(): Stored<void>
  /** Lets the database go; the next use opens it again. */
  close(): Promise<void>
}

/** Opens nothing yet: the first use does, so that a page can paint before. */
export const openHistory = (parts: Parts): OpenHistory => {
  const connection = connect(parts)
  const { keyValue } = parts
  return {
    ...databaseRecords(parts, connection),
    recoveries: storedRecoveries(keyValue, () => connection.read(async () => {})),
    checkCounts: async () => {
      let attempts = 0
      const counted = await connection.read(async database => {
        const { countsAgree, readWhole } = await loadRare()
        attempts += 1
        return countsAgree(database, keyValue, await readWhole(database, { byTime: false }))
      })
      // The second attempt is made of a database that was filled anew.
      if (!counted.ok || counted.value) return counted.ok ? ok(attempts === 1) : counted
      return connection.write(async database => {
        // A writer may have been half-way before; now none is.
        const { countsAgree } = await loadRare()
        if (await countsAgree(database, keyValue)) return true
        await connection.reconcile(database)
        return false
      })
    },
    checkDays: async (ask = {}) => {
      const loaded = await connection.read(async () => (await loadRare()).checkDays)
      return loaded.ok ? loaded.value(connection, ask) : loaded
    },
    packClosedMonths: async () => {
      const loaded = await connection.read(async () => (await loadRare()).tidyJournal)
      return loaded.ok ? loaded.value(parts, connection) : loaded
    },
    whole: wholeDoor(parts, connection),
    mendLock: () =>
      connection.write(async database => {
        if (await (await loadRare()).mendHeader(database, keyValue)) parts.locked?.()
      }),
    changeLock: change =>
      connection.write(async database => (await loadRare()).changeHeader(database, keyValue, change)),
    close: connection.close,
  }
}
