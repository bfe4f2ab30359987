/** The place of the lock before a history: what is loaded there, and whether one stands. */
import { expect, test } from 'vitest'
import { createLockPlace } from '../../lib/app/under-lock.ts'
import { memoryValues } from '../../lib/store/memory-values.ts'
import { memoryChanges } from '../support/fakes.ts'

test('once the lock was turned off none stands, though what leads under it stays loaded', async () => {
  const local = memoryValues()
  const changes = memoryChanges()
  const place = createLockPlace({ local, key: 'lock', changes, load: async () => 'under it' })
  expect(await place.look()).toBe(null)
  expect(await place.stands()).toBe(false)

  await local.set({ lock: {} })
  changes.announce('lock')
  expect(await place.look()).toBe('under it')
  expect(await place.stands()).toBe(true)

  await local.remove(['lock'])
  changes.announce('lock')
  expect(await place.look()).toBe('under it')
  expect(await place.stands()).toBe(false)
})
