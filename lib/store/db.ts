/** Opens the database: one version step at a time, never waiting for ever, never in the way of a newer Thaw. */
import { openDB } from 'idb'
import { type Upgrade, upgrades } from './upgrades.ts'

type Opening = {
  readonly name: string
  /** Called when the connection is gone: the browser ended it, or another context needed it closed. */
  readonly lost: () => void
  readonly steps?: readonly Upgrade[]
  /** Milliseconds to wait for the browser, or for other contexts to let go of an older version. */
  readonly patience?: number
}

/**
 * Rejects with VersionError where the database is newer than `steps`, with TimeoutError where it did not open in time,
 * and with a step's own error where an upgrade failed; then the database stands as it was before.
 */
export const openDatabase = async ({ name, lost, steps = upgrades, patience = 10_000 }: Opening) => {
  let failure: unknown
  let timer: ReturnType<typeof setTimeout> | undefined
  const opening = openDB<import('./upgrades.ts').Schema>(name, steps.length, {
    upgrade: (database, from, _to, transaction) => {
      // From here on the work is ours and may take long with a long history.
      clearTimeout(timer)
      const undo = (error: unknown) => {
        failure = error
        // idb does not wait for this callback, so a failed step has to undo the transaction itself.
        try {
          transaction.abort()
        } catch {
          // The browser had aborted it already.
        }
      }
      transaction.done.catch(() => {})
      climb(steps.slice(from), step => step(database, transaction)).catch(undo)
    },
    blocking: (_from, _to, event) => {
      // Another context cannot upgrade or delete while this one holds on.
      ;(event.target as IDBDatabase).close()
      lost()
    },
    terminated: lost,
  })
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException('The database did not open in time', 'TimeoutError'))
      opening.then(
        database => database.close(),
        () => {},
      )
    }, patience)
  })
  try {
    return await Promise.race([opening, tooLate])
  } catch (error) {
    throw failure ?? error
  } finally {
    clearTimeout(timer)
  }
}

/** Takes steps in turn; those that return no promise run in one go, while the transaction is surely active. */
const climb = async (steps: readonly Upgrade[], take: (step: Upgrade) => void | Promise<void>) => {
  for (const step of steps) {
    const going = take(step)
    if (going !== undefined) await going
  }
}
