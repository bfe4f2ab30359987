/** Daily copies over a history in memory: taken by the real writer, read back by the real reader. */
import { createSnapshotList } from '../../lib/app/snapshots.ts'
import type { LockHeader } from '../../lib/core/lock.ts'
import { readBackup } from '../../lib/store/backup/read.ts'
import { writeBackup } from '../../lib/store/backup/write.ts'
import { canaryKey } from '../../lib/store/canary.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { createSnapshots } from '../../lib/store/snapshots.ts'
import { valueIn } from '../contract/assert.ts'
import { pageWorld } from './page-world.ts'
import { memoryFiles } from './private-files.ts'

export const snapshotWorld = () => {
  const world = pageWorld()
  const { clock, chance, whole, values, settings, changes } = world
  const files = memoryFiles()
  const lock: { header: LockHeader | null } = { header: null }
  const snapshots = createSnapshots({
    files,
    keyValue: values,
    locks: memoryLocks(),
    clock,
    writeBackup: async put => {
      const exportedAt = clock.now().epochMilliseconds
      const source = { history: whole, settings: await settings.read(), lock: lock.header, exportedAt }
      return writeBackup(source, put)
    },
  })
  const held = { now: 0, ever: 0 }
  /** Settings that were taken over. */
  const taken: unknown[] & { refuses?: boolean } = []
  const model = createSnapshotList({
    snapshots,
    whole,
    readCopy: async content => {
      const read = readBackup(await content.text(), clock.now().epochMilliseconds)
      return read.ok ? read.value : null
    },
    takeSettings: async stored => {
      taken.push(stored)
      return !taken.refuses
    },
    changes,
    clock,
    chance,
    pause: async () => {},
    hold: () => {
      held.now += 1
      held.ever += 1
      return () => {
        held.now -= 1
      }
    },
  })
  let sequence = 0
  return {
    ...world,
    files,
    /** Set `header` for copies that bring a lock along. */
    lock,
    snapshots,
    model,
    taken,
    /** How often something was kept from being ended, and how much of that is now. */
    held,
    /** Counts a write, as the history in the database does. */
    wrote: () => {
      sequence += 1
      return values.set({ [canaryKey]: { installId: 'a', sequence, counts: {}, newest: null } })
    },
    /** Takes a copy and lets a day pass; gives its name. */
    aDay: async () => {
      const { name } = valueIn(await snapshots.take())
      clock.advance(24 * 3_600_000)
      return name
    },
  }
}
