/** The welcome as its screen sees it. */
import { describe, expect, test } from 'vitest'
import { createWelcome } from '../../lib/app/welcome.ts'
import { pageWorld } from '../support/page-world.ts'

const open = async (world = pageWorld()) => {
  const welcome = createWelcome(world)
  await welcome.load()
  return { welcome, world, kept: () => world.settings.read() }
}

describe('the question', () => {
  test('answered with yes brings about three reminders a day, at once', async () => {
    const { welcome, world, kept } = await open()
    await welcome.choose('yes')
    expect(welcome.answer.value).toBe('yes')
    expect(await kept()).toMatchObject({ welcomed: true, nudges: { mode: { kind: 'random', perDay: 3 } } })
    expect(world.told).toEqual([{ kind: 'settings-changed' }])
    expect(world.changes.announced).toEqual(['settings'])
  })

  test('answered with no brings none, also after a yes', async () => {
    const { welcome, kept } = await open()
    await welcome.choose('yes')
    await welcome.choose('no')
    expect(welcome.answer.value).toBe('no')
    expect(await kept()).toMatchObject({ welcomed: true, nudges: { mode: { kind: 'off' } } })
  })

  test('passed over brings none', async () => {
    const { welcome, world, kept } = await open()
    await welcome.start()
    expect(welcome.answer.value).toBeNull()
    expect(await kept()).toMatchObject({ welcomed: true, nudges: { mode: { kind: 'off' } } })
    expect(world.openCheckIn).toHaveBeenCalledOnce()
  })

  test('seen again shows the answer, and a yes leaves chosen reminders as they are', async () => {
    const { world, kept } = await open()
    await world.settings.change(current => ({
      ...current,
      welcomed: true,
      nudges: { ...current.nudges, mode: { kind: 'every', minutes: 50 } },
    }))
    const { welcome } = await open(world)
    expect(welcome.answer.value).toBe('yes')
    await welcome.choose('yes')
    expect((await kept()).nudges.mode).toEqual({ kind: 'every', minutes: 50 })
  })

  test('seen again shows a no as well, and nothing to who has not answered yet', async () => {
    const { welcome, world } = await open()
    expect(welcome.answer.value).toBeNull()
    await welcome.start()
    expect((await open(world)).welcome.answer.value).toBeNull()
    await welcome.choose('no')
    expect((await open(world)).welcome.answer.value).toBe('no')
  })

  test('is kept where the worker cannot be told of it', async () => {
    const { welcome, world, kept } = await open()
    world.reminders.reachable = false
    await welcome.choose('yes')
    expect(welcome.failed.value).toBe(false)
    expect(world.changes.announced).toEqual(['settings'])
    expect(await kept()).toMatchObject({ welcomed: true, nudges: { mode: { kind: 'random' } } })
  })

  test('that cannot be kept says so, and the first check-in opens all the same', async () => {
    const { welcome, world, kept } = await open()
    world.values.refuse(new Error('refused'))
    await welcome.choose('yes')
    expect(welcome.failed.value).toBe(true)
    await welcome.start()
    expect(world.openCheckIn).toHaveBeenCalledOnce()
    world.values.refuse(null)
    await welcome.choose('yes')
    expect(welcome.failed.value).toBe(false)
    expect((await kept()).nudges.mode.kind).toBe('random')
  })
})
