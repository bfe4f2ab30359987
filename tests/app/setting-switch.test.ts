/** A setting that is on or off, as its page sees it. */
import { expect, test } from 'vitest'
import { createSettingSwitch } from '../../lib/app/setting-switch.ts'
import { defaultSettings, type Settings } from '../../lib/core/settings.ts'
import { memoryChanges } from '../support/fakes.ts'

const names = ['firstAlone', 'spellcheck'] as const

const page = (name: (typeof names)[number]) => {
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
  return { world, changes, choice: createSettingSwitch({ settings, changes }, name) }
}

test.each(names)('%s is off at first, and kept once it is chosen', async name => {
  const { world, changes, choice } = page(name)
  await choice.load()
  expect(choice.on.value).toBe(false)
  await choice.set(true)
  expect(world.stored[name]).toBe(true)
  expect(choice.on.value).toBe(true)
  expect(changes.announced).toEqual(['settings'])
})

test.each(names)('%s that could not be kept is said, and shows as it is', async name => {
  const { world, choice } = page(name)
  await choice.load()
  world.broken = true
  await choice.set(true)
  expect([choice.on.value, choice.failed.value]).toEqual([false, true])
  world.broken = false
  await choice.set(true)
  expect([choice.on.value, choice.failed.value]).toEqual([true, false])
})

test.each(names)('%s shows as it was changed elsewhere', async name => {
  const { world, changes, choice } = page(name)
  await choice.load()
  world.stored = { ...world.stored, [name]: true }
  changes.announce('settings')
  await Promise.resolve()
  await Promise.resolve()
  expect(choice.on.value).toBe(true)
})
