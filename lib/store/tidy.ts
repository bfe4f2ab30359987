/** Removes from the journal what is left of long work that was cut off, and packs its closed months. */
import type { Stored } from '../app/ports.ts'
import { ok } from '../core/result.ts'
import { clearUnsigned } from './batches.ts'
import { readCanary, sameMark } from './canary.ts'
import { longTurn } from './long-turn.ts'
import { packClosedMonths } from './packs.ts'
import type { Parts } from './parts.ts'
import type { Database } from './upgrades.ts'
import type { Ways } from './ways.ts'

/** To be called with both turns. Where the copies differ, parts may belong to what only the database knows of yet. */
export const clearRemains = async ({ keyValue }: Parts, ways: Ways, database: Database): Promise<void> => {
  if (!sameMark(await readCanary(keyValue), await database.get('meta', 'meta')))
    await ways.reconcile(database)
  await clearUnsigned(keyValue)
}

/** Cheap where there is nothing to do. Once a month it looks through everything, which no writer waits for. */
export const tidyJournal = (parts: Parts, ways: Ways): Stored<void> =>
  longTurn(parts, async () => {
    const packed = await ways.write(async database => {
      await clearRemains(parts, ways, database)
      return packClosedMonths(parts.keyValue, parts.clock.now().epochMilliseconds)
    })
    if (!packed.ok) return packed
    for (const step of packed.value) {
      const done = await ways.write(step)
      if (!done.ok) return done
    }
    return ok(undefined)
  })
