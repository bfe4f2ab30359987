/** What stands at the end of a check-in, and when. */
import { describe, expect, test, vi } from 'vitest'
import type { Leaving } from '../../lib/app/check-in-types.ts'
import { endingOf } from '../../lib/app/ending.ts'
import type { NudgeStatus } from '../../lib/app/ports.ts'
import { createWelcome } from '../../lib/app/welcome.ts'
import { pageWorld } from '../support/page-world.ts'

const statusWith = (shownId: string | null): NudgeStatus => ({
  next: { kind: 'none' },
  fewer: false,
  badMinutes: [],
  shownId,
})

const notNow = (status: Promise<NudgeStatus | null>): Leaving => ({ notNow: true, answered: false, status })
const done: Leaving = { notNow: false, answered: true, status: Promise.resolve(null) }

const open = () => {
  const world = pageWorld()
  const close = vi.fn<() => void>()
  return { world, close, ports: { ...world, later: world.timers.later, close } }
}

describe('after "not now"', () => {
  test('to a nudge that was shown, what more can be said', async () => {
    const { world, ports } = open()
    const ending = await endingOf(notNow(Promise.resolve(statusWith('nudge-1'))), ports)
    expect(ending?.kind).toBe('not-now')
    expect(world.timers.lengths()).toEqual([])
  })

  test('without one, nothing', async () => {
    const { ports } = open()
    expect(await endingOf(notNow(Promise.resolve(statusWith(null))), ports)).toBeNull()
    expect(await endingOf(notNow(Promise.resolve(null)), ports)).toBeNull()
  })

  test('that came before word of the nudge, waits for it', async () => {
    const { ports } = open()
    let arrive = (_: NudgeStatus) => {}
    const status = new Promise<NudgeStatus>(resolve => {
      arrive = resolve
    })
    const ending = endingOf(notNow(status), ports)
    arrive(statusWith('nudge-1'))
    expect((await ending)?.kind).toBe('not-now')
  })

  test('does not wait for long', async () => {
    const { world, ports } = open()
    const ending = endingOf(notNow(new Promise(() => {})), ports)
    expect(world.timers.lengths()).toEqual([2_000])
    world.timers.ring()
    expect(await ending).toBeNull()
  })
})

describe('the question about reminders', () => {
  test('is asked once more after the first check-in, and never again', async () => {
    const { world, ports } = open()
    expect((await endingOf(done, ports))?.kind).toBe('ask-again')
    expect(await endingOf(done, ports)).toBeNull()
    expect((await world.settings.read()).nudges.mode).toEqual({ kind: 'off' })
  })

  test('waits for a check-in that was answered, and is not asked after "not now"', async () => {
    const { ports } = open()
    expect(await endingOf({ ...done, answered: false }, ports)).toBeNull()
    const left = { ...notNow(Promise.resolve(statusWith(null))), answered: true }
    expect(await endingOf(left, ports)).toBeNull()
    expect((await endingOf(done, ports))?.kind).toBe('ask-again')
  })

  test('answered with yes or no is kept, told, and closes', async () => {
    for (const answer of ['yes', 'no'] as const) {
      const { world, close, ports } = open()
      const ending = await endingOf(done, ports)
      if (ending?.kind !== 'ask-again') throw new Error('It was not asked')
      await ending.model.choose(answer)
      const { nudges, welcomed } = await world.settings.read()
      expect(nudges.mode.kind).toBe(answer === 'yes' ? 'random' : 'off')
      expect(welcomed).toBe(true)
      expect(world.told).toEqual([{ kind: 'settings-changed' }])
      expect(close).toHaveBeenCalledOnce()
    }
  })

  test('whose answer cannot be kept says so, stays, and can be answered again', async () => {
    const { world, close, ports } = open()
    const ending = await endingOf(done, ports)
    if (ending?.kind !== 'ask-again') throw new Error('It was not asked')
    world.values.refuse(new Error('refused'))
    await ending.model.choose('yes')
    expect(ending.model.failed.value).toBe(true)
    expect(close).not.toHaveBeenCalled()
    world.values.refuse(null)
    await ending.model.choose('yes')
    expect(close).toHaveBeenCalledOnce()
    expect((await world.settings.read()).nudges.mode.kind).toBe('random')
  })

  test.each(['yes', 'no'] as const)(
    'is not asked where it was answered with %s at the welcome',
    async answer => {
      const { world, ports } = open()
      await createWelcome(world).choose(answer)
      expect(await endingOf(done, ports)).toBeNull()
    },
  )

  test('is asked where the welcome was passed over', async () => {
    const { world, ports } = open()
    await createWelcome(world).start()
    expect((await endingOf(done, ports))?.kind).toBe('ask-again')
  })

  test('is not asked where it could not be kept that it was, nor where reminders are on', async () => {
    const { world, ports } = open()
    world.values.refuse(new Error('refused'))
    expect(await endingOf(done, ports)).toBeNull()
    world.values.refuse(null)
    await world.settings.change(current => ({
      ...current,
      nudges: { ...current.nudges, mode: { kind: 'every', minutes: 50 } },
    }))
    await world.settings.change(current => ({
      ...current,
      nudges: { ...current.nudges, mode: { kind: 'off' } },
    }))
    expect(await endingOf(done, ports)).toBeNull()
  })
})
