/** The one shared way to the database: opened on first use, compared with its second copy, and opened again when lost. */
import type { KeyValue, Stored } from '../app/ports.ts'
import { fail, ok } from '../core/result.ts'
import { readCanary, sameMark } from './canary.ts'
import { nameInUse } from './database-name.ts'
import { openDatabase } from './db.ts'
import { journalKey } from './journal.ts'
import { loadRare } from './load-rare.ts'
import type { Release } from './locks.ts'
import type { Parts } from './parts.ts'
import { isLost, problemOf } from './problem.ts'
import type { Database } from './upgrades.ts'
import type { Ways } from './ways.ts'

/** Asks for the turn to write where nobody has it; it is given back once the work has ended. */
export type Turn = () => Promise<boolean>

export type Connection = Ways & {
  /**
   * As `write`, for work that is soon done. `quick` begins at once and asks for its turn meanwhile. Where that is another's, or
   * anything else forbids it, it changes nothing and gives null; then `work` waits for its turn.
   */
  writeSoon<Value>(
    quick: (database: Database, turn: Turn) => Promise<Value | null>,
    work: (database: Database) => Promise<Value>,
  ): Stored<Value>
  close(): Promise<void>
}

/** True where database and canary tell of the same last write, and its row is there: two reads. */
const agree = async (database: Database, keyValue: KeyValue): Promise<boolean> => {
  const canary = await readCanary(keyValue)
  const newest = canary?.newest ?? null
  const transaction = database.transaction(newest === null ? ['meta'] : ['meta', newest.store])
  const [meta, key] = await Promise.all([
    transaction.objectStore('meta').get('meta'),
    newest === null ? null : transaction.objectStore(newest.store).getKey(newest.id),
  ])
  if (!sameMark(canary, meta) || key === undefined) return false
  // Neither has a mark on the first run, which leaves its mark with the first record. But a journal is no first run.
  return canary !== null || !(await keyValue.keys()).some(key => journalKey(key) !== null)
}

/**
 * Opens nothing until it is first used. `read`, `write` and `writeSoon` never reject: they answer with a problem. After any error the
 * database is opened again on the next use; where the browser had closed it, or a damaged one could be mended, the work is done once more
 * at once.
 */
export const connect = (parts: Parts): Connection => {
  const { keyValue, locks, databaseName: base = 'thaw' } = parts
  /** Another one than `base` where the browser neither reads nor deletes that one; null until it is known. */
  let name: string | null = null
  let current: Promise<Database> | null = null
  /** After an error that nobody expected, the next opening counts the records as well. */
  let doubtful = false

  /** Gives the error where only the second copy could not be made whole. */
  const mend = async (database: Database): Promise<unknown> => {
    const { unkept, isNews, isLock } = await (await loadRare()).recover({ ...parts, database })
    if (isNews) parts.restored?.()
    if (isLock) parts.locked?.()
    return unkept
  }

  const reconcile = async (database: Database) => {
    const unkept = await mend(database)
    if (unkept !== null) throw unkept
  }

  const check = async (database: Database) => {
    const whole = async () =>
      (await agree(database, keyValue)) &&
      (!doubtful || (await (await loadRare()).countsAgree(database, keyValue)))
    if (!(await whole()))
      // A writer may have been half-way; with the turn to write it is certain.
      await locks.exclusive(base, async () => {
        // Where only the second copy is behind and cannot be mended now, everything can still be read.
        if (!(await whole())) await mend(database)
      })
    doubtful = false
  }

  const openChecked = async (lost: () => void): Promise<Database> => {
    name ??= await nameInUse(keyValue, base)
    const database = await openDatabase({ ...parts, name, lost })
    try {
      await check(database)
      return database
    } catch (error) {
      database.close()
      throw error
    }
  }

  /** True where a damaged database was the reason of the error and is none any more; never rejects. */
  const tryMend = async (error: unknown): Promise<boolean> => {
    const rare = await loadRare().catch(() => null)
    const healed = await rare?.heal(parts, base, error).catch(() => null)
    name = healed?.name ?? name
    return healed?.again === true
  }

  const open = () => {
    const lost = () => {
      if (current === opening) current = null
    }
    const opening: Promise<Database> = openChecked(lost)
      .catch(async error => {
        if (await tryMend(error)) return openChecked(lost)
        throw error
      })
      .catch(error => {
        lost()
        throw error
      })
    return opening
  }

  const opened = (): Promise<Database> => {
    current ??= open()
    return current
  }

  const drop = async (dropped: Promise<Database> | null) => {
    if (current === dropped) current = null
    ;(await dropped?.catch(() => null))?.close()
  }

  const attempt = async <Value>(
    work: (database: Database) => Promise<Value>,
    again: boolean,
  ): Stored<Value> => {
    const opening = opened()
    try {
      return ok(await work(await opening))
    } catch (error) {
      const problem = problemOf(error)
      doubtful ||= problem.kind === 'failed' && !isLost(error)
      // After an error a browser may refuse this connection everything until it is opened again.
      await drop(opening)
      return again && (isLost(error) || (await tryMend(error))) ? attempt(work, false) : fail(problem)
    }
  }

  const inTurn = <Value>(database: Database, work: (database: Database) => Promise<Value>) =>
    locks.exclusive(base, () => work(database))

  return {
    read: work => attempt(work, true),
    write: work => attempt(database => inTurn(database, work), true),
    writeSoon: (quick, work) =>
      attempt(async database => {
        let asked: Promise<Release | null> = Promise.resolve(null)
        const ask = () => {
          asked = locks.free?.(base).catch(() => null) ?? asked
          return asked.then(release => release !== null)
        }
        try {
          const done = await quick(database, ask)
          if (done !== null) return done
        } finally {
          void asked.then(release => release?.())
        }
        return inTurn(database, work)
      }, true),
    reconcile,
    close: () => drop(current),
  }
}
