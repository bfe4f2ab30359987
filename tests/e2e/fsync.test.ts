/** An answer that is acknowledged is on the disk: a loss of power, which no test can make, loses none. Skipped where strace may not look on. */
import { expect, test } from 'vitest'
import { chaosStores } from '../chaos/cycles.ts'
import { countSyncs, syncLine } from '../chaos/syncing.ts'

test.for(chaosStores)('%s: every answer is synced before it is acknowledged', async (store, { skip }) => {
  const figures = await countSyncs(store)
  if ('why' in figures) {
    console.info(`${store}: syncs were not counted, because ${figures.why}`)
    return skip(figures.why)
  }
  console.info(syncLine(figures))
  expect(figures.database.filter(count => count === 0)).toEqual([])
})
