/** What was deleted leaves the daily copies, also where the page that deleted it is gone before they are made anew. */
import { expect, test } from 'vitest'
import type { KeyValue } from '../../lib/app/ports.ts'
import { createSnapshotCare } from '../../lib/app/snapshot-care.ts'
import { fail } from '../../lib/core/result.ts'
import { defaultSettings } from '../../lib/core/settings.ts'
import { writeBackup } from '../../lib/store/backup/write.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { createSnapshots } from '../../lib/store/snapshots.ts'
import { valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { memoryLog } from '../support/fakes.ts'
import { memoryFiles } from '../support/private-files.ts'
import { newWorld } from './world.ts'

const day = '2026-11-22'

/** A history with a daily copy of today, which holds a secret. */
const secretive = async () => {
  const world = newWorld()
  const { clock, keyValue } = world
  const files = memoryFiles()
  const reading: { isBroken: boolean } = { isBroken: false }
  const history = world.open()
  const snapshots = createSnapshots({
    files,
    keyValue,
    locks: memoryLocks(),
    clock,
    writeBackup: put =>
      reading.isBroken
        ? Promise.resolve(fail({ kind: 'failed', name: 'UnknownError' }))
        : writeBackup({ history: world.open().whole, settings: defaultSettings, exportedAt: noon }, put),
  })
  const log = memoryLog()
  const care = createSnapshotCare({ snapshots, log })
  valueIn(await history.save('checkIns', testId(noon, 1), () => checkInFields(noon, { note: 'secret' })))
  await care()
  const kept = () => [...files.kept.values()].map(bytes => new TextDecoder().decode(bytes)).join()
  expect(kept()).toContain('secret')
  const { locks: _, ...others } = world
  return { ...others, files, history, snapshots, log, care, kept, reading }
}

test('the background makes them anew, once, though one was taken today', async () => {
  const { history, care, kept, files, clock, log } = await secretive()
  expect(valueIn(await history.whole.removePeriod(day, day))).toBe(1)
  clock.forward(60_000)
  await care()
  expect([files.kept.size, kept().includes('secret'), log.noted]).toEqual([1, false, []])
  const [name] = files.kept.keys()
  clock.forward(60_000)
  await care()
  expect([...files.kept.keys()]).toEqual([name])
})

test('after the page has made them anew, nothing is left to do', async () => {
  const { history, snapshots, kept, keyValue } = await secretive()
  valueIn(await history.whole.removePeriod(day, day))
  expect(valueIn(await snapshots.isDue())).toBe(true)
  valueIn(await snapshots.renew())
  expect([valueIn(await snapshots.isDue()), kept().includes('secret')]).toEqual([false, false])
  expect([...keyValue.kept.keys()].filter(key => /renew/.test(key))).toEqual([])
})

test('where the page could not make them anew, the background does it', async () => {
  const { history, snapshots, care, kept, files } = await secretive()
  valueIn(await history.whole.removePeriod(day, day))
  files.dieAfter(0)
  expect((await snapshots.renew()).ok).toBe(false)
  expect(kept()).toContain('secret')
  files.dieAfter(null)
  await care()
  expect([files.kept.size, kept().includes('secret')]).toEqual([1, false])
})

test('a deletion that was cut off once the database had it is brought to its end there too', async () => {
  const { open, keyValue, care, kept, close } = await secretive()
  await close()
  const full: KeyValue = {
    ...keyValue,
    set: async items => {
      if (Object.keys(items).some(key => key.includes('forgetting')))
        throw new DOMException('', 'QuotaExceededError')
      return keyValue.set(items)
    },
  }
  const removed = await open({ values: full, locks: memoryLocks() }).whole.removePeriod(day, day)
  expect(removed.ok).toBe(false)
  valueIn(await open({ locks: memoryLocks() }).get('checkIns', testId(noon, 1)))
  await care()
  expect(kept()).not.toContain('secret')
})

test('they stay as long as the history cannot be read, and go then', async () => {
  const { history, care, kept, reading, log } = await secretive()
  valueIn(await history.whole.removePeriod(day, day))
  reading.isBroken = true
  await care()
  expect([kept().includes('secret'), log.names]).toEqual([true, ['UnknownError']])
  reading.isBroken = false
  await care()
  expect(kept()).not.toContain('secret')
})
