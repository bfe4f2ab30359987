/** How a check-in asks, as its page sees it. */
import { expect, test } from 'vitest'
import { createAsking } from '../../lib/app/asking.ts'
import { defaultSettings, type Settings } from '../../lib/core/settings.ts'
import { memoryChanges } from '../support/fakes.ts'

const page = () => {
  const world = { stored: defaultSettings as Settings, broken: false }
  const reach = () => {
    if (world.broken) throw new Error('blocked')
    return world.stored
  }
  const settings = {
    read: async () => reach(),
    change: async (change: (current: Settings) => Settings) => {
      world.stored = change(reach())
      return world.stored
    },
  }
  const changes = memoryChanges()
  return { world, changes, asking: createAsking({ settings, changes }) }
}

test('the first question alone is off at first, and kept once it is chosen', async () => {
  const { world, changes, asking } = page()
  await asking.load()
  expect(asking.firstAlone.value).toBe(false)
  await asking.askFirstAlone(true)
  expect(world.stored.firstAlone).toBe(true)
  expect(asking.firstAlone.value).toBe(true)
  expect(changes.announced).toEqual(['settings'])
})

test('what could not be kept is said, and shows as it is', async () => {
  const { world, asking } = page()
  await asking.load()
  world.broken = true
  await asking.askFirstAlone(true)
  expect([asking.firstAlone.value, asking.failed.value]).toEqual([false, true])
  world.broken = false
  await asking.askFirstAlone(true)
  expect([asking.firstAlone.value, asking.failed.value]).toEqual([true, false])
})

test('a change made elsewhere shows', async () => {
  const { world, changes, asking } = page()
  await asking.load()
  world.stored = { ...world.stored, firstAlone: true }
  changes.announce('settings')
  await Promise.resolve()
  await Promise.resolve()
  expect(asking.firstAlone.value).toBe(true)
})
