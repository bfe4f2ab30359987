/** A newer Thaw ends nothing that is under way. */
import { beforeEach, expect, test } from 'vitest'
import { createUpdateCare } from '../../lib/app/update-care.ts'
import { webLocks } from '../../lib/store/locks.ts'
import { memoryLog, memorySlot } from '../support/fakes.ts'

const open = () => {
  const locks = webLocks()
  const waits = memorySlot<true>()
  const log = memoryLog()
  const world = { reloads: 0 }
  const care = createUpdateCare({
    waits,
    free: async () => (await locks.free?.('busy')) ?? null,
    reload: () => {
      world.reloads += 1
    },
    log,
  })
  return { care, locks, waits, log, world }
}

let back: ReturnType<typeof open>
beforeEach(() => {
  back = open()
})

test('begins at once where nothing is under way, and once', async () => {
  await back.care.available()
  expect(back.world.reloads).toBe(1)
  await back.care.look()
  expect(back.world.reloads).toBe(1)
})

test('waits for what is under way, and begins at a later start of the background', async () => {
  const end = await back.locks.free?.('busy')
  await back.care.available()
  await back.care.look()
  expect(back.world.reloads).toBe(0)
  end?.()
  await back.locks.exclusive('busy', async () => {})
  await back.care.look()
  expect(back.world.reloads).toBe(1)
})

test('without an update nothing begins', async () => {
  await back.care.look()
  expect(back.world.reloads).toBe(0)
})

test('a storage that refuses is noted', async () => {
  back.waits.write = () => Promise.reject(new DOMException('', 'QuotaExceededError'))
  await back.care.available()
  expect(back.world.reloads).toBe(0)
  expect(back.log.noted).toHaveLength(1)
})
