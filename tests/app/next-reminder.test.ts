/** The next reminder as Today and Settings → Reminders see it. */
import { describe, expect, test, vi } from 'vitest'
import { createNextReminder } from '../../lib/app/next-reminder.ts'
import type { NudgeStatus } from '../../lib/app/ports.ts'
import type { NextNudge } from '../../lib/core/next-nudge.ts'
import { hour, minute } from '../../lib/core/time.ts'
import { pageWorld } from '../support/page-world.ts'

type World = ReturnType<typeof pageWorld>

const zone = 'Europe/Berlin'
const berlin = (iso: string) => Temporal.ZonedDateTime.from(`${iso}[${zone}]`).epochMilliseconds

/** Asks how often the worker was asked. */
const open = async (next: NextNudge, world: World = pageWorld(), more: Partial<NudgeStatus> = {}) => {
  world.reminders.status = { ...world.reminders.status, next, ...more }
  const status = vi.spyOn(world.nudges, 'status')
  const model = createNextReminder({ ...world, later: world.timers.later })
  await model.load()
  status.mockClear()
  return { world, model, asked: status }
}

/** Lets the time pass that the one timer was set for, and rings it. */
const pass = async (world: World) => {
  const [milliseconds = 0] = world.timers.lengths()
  world.clock.advance(milliseconds)
  world.timers.ring()
  return milliseconds
}

describe('the line', () => {
  const lineFor = async (next: NextNudge, now?: string) =>
    (await open(next, now === undefined ? pageWorld() : pageWorld(now))).model.line.value

  test('repeats what needs no time', async () => {
    for (const kind of ['off', 'shown', 'quiet', 'none'] as const) {
      expect(await lineFor({ kind })).toEqual({ kind, zone })
    }
    expect(await lineFor({ kind: 'held', by: 'sound' })).toEqual({ kind: 'held', by: 'sound', zone })
  })

  test('names a span and never a random time; what has begun is only an end', async () => {
    const from = berlin('2026-11-22T14:00')
    const to = berlin('2026-11-22T15:30')
    const between = { kind: 'between', from, to } as const
    expect(await lineFor(between)).toEqual({ kind: 'between', on: 'today', from, to, zone })
    expect(await lineFor(between, '2026-11-22T14:00[Europe/Berlin]')).toEqual({ kind: 'before', to, zone })
    expect(await lineFor(between, '2026-11-21T20:00[Europe/Berlin]')).toMatchObject({ on: 'tomorrow' })
    expect(await lineFor(between, '2026-11-19T20:00[Europe/Berlin]')).toMatchObject({
      on: { day: '2026-11-22' },
    })
  })

  test('names a fixed time with its day', async () => {
    const at = berlin('2026-11-23T00:10')
    expect(await lineFor({ kind: 'at', at })).toEqual({ kind: 'at', on: 'tomorrow', at, zone })
    const night = '2026-11-23T00:05[Europe/Berlin]'
    expect(await lineFor({ kind: 'at', at }, night)).toEqual({ kind: 'at', on: 'today', at, zone })
  })

  test('counts minutes of use in round figures, and none while nobody is there', async () => {
    const minutes = async (count: number | null) => {
      const line = await lineFor({ kind: 'use', minutes: count })
      return line?.kind === 'use' && line.minutes
    }
    expect(await minutes(34)).toBe(35)
    expect(await minutes(20)).toBe(20)
    expect(await minutes(7)).toBe(7)
    expect(await minutes(1)).toBe(1)
    expect(await minutes(null)).toBe(null)
  })

  test('says until when the person is away: a time, or a day that begins', async () => {
    const away = (iso: string) => lineFor({ kind: 'away', until: berlin(iso) })
    expect(await away('2026-11-22T13:00')).toMatchObject({ kind: 'away-until-time' })
    expect(await away('2026-11-23T00:00')).toEqual({ kind: 'away-until-day', on: 'tomorrow', zone })
    expect(await away('2026-12-24T00:00')).toMatchObject({ on: { day: '2026-12-24' } })
    // An hour that reaches over midnight, and a night whose hours end at two.
    const late = '2026-11-22T23:30[Europe/Berlin]'
    const until = berlin('2026-11-23T00:30')
    expect(await lineFor({ kind: 'away', until }, late)).toMatchObject({ kind: 'away-until-time', until })
    expect(await away('2026-11-23T02:00')).toMatchObject({ kind: 'away-until-day', on: 'tomorrow' })
  })

  test('that cannot be asked for is said', async () => {
    const { world, model } = await open({ kind: 'off' })
    world.reminders.reachable = false
    await model.load()
    expect(model.line.value).toEqual({ kind: 'unknown' })
    expect(world.timers.lengths()).toEqual([])
  })
})

describe('while the page stands open', () => {
  test('nothing is asked where time alone changes nothing', async () => {
    for (const next of [{ kind: 'off' }, { kind: 'quiet' }, { kind: 'use', minutes: null }] as const) {
      const { world } = await open(next)
      expect(world.timers.lengths()).toEqual([])
    }
  })

  test('a span that begins becomes an end by itself, and its end asks the worker, once', async () => {
    const to = berlin('2026-11-22T15:30')
    const { world, model, asked } = await open({ kind: 'between', from: berlin('2026-11-22T14:00'), to })
    expect(await pass(world)).toBe(2 * hour)
    expect(model.line.value).toEqual({ kind: 'before', to, zone })
    expect(asked).not.toHaveBeenCalled()
    world.reminders.status = { ...world.reminders.status, next: { kind: 'shown' } }
    expect(await pass(world)).toBe(90 * minute)
    await vi.waitFor(() => expect(model.line.value).toEqual({ kind: 'shown', zone }))
    expect(asked).toHaveBeenCalledOnce()
    expect(world.timers.lengths()).toEqual([])
  })

  test('minutes of use are counted down without the worker', async () => {
    const { world, model, asked } = await open({ kind: 'use', minutes: 34 })
    const seen = []
    for (let step = 0; step < 5; step += 1) {
      await pass(world)
      seen.push(model.line.value?.kind === 'use' && model.line.value.minutes)
    }
    expect(seen).toEqual([30, 25, 20, 19, 18])
    expect(asked).not.toHaveBeenCalled()
  })

  test('at midnight tomorrow becomes today', async () => {
    const at = berlin('2026-11-23T09:00')
    const { world, model, asked } = await open({ kind: 'at', at })
    expect(await pass(world)).toBe(12 * hour)
    expect(model.line.value).toEqual({ kind: 'at', on: 'today', at, zone })
    expect(asked).not.toHaveBeenCalled()
  })

  test('a timer is never longer than a browser counts', async () => {
    const { world } = await open({ kind: 'away', until: berlin('2036-01-01T00:00') })
    expect(Math.max(...world.timers.lengths())).toBeLessThan(2 ** 31)
  })

  test('a time that has passed without anything new is asked for again a minute later, not at once', async () => {
    const { world } = await open({ kind: 'at', at: berlin('2026-11-22T11:59') })
    expect(world.timers.lengths()).toEqual([minute])
  })

  test('there is one timer, however often it is read', async () => {
    const { world, model } = await open({ kind: 'at', at: berlin('2026-11-22T13:00') })
    await model.load()
    await model.awayForAnHour()
    expect(world.timers.lengths()).toHaveLength(1)
  })

  test('it is asked for again when the reminders or the settings change', async () => {
    const { world, model } = await open({ kind: 'off' })
    world.reminders.status = { ...world.reminders.status, next: { kind: 'use', minutes: 5 } }
    world.changes.announce('nudge')
    await vi.waitFor(() => expect(model.line.value).toMatchObject({ minutes: 5 }))
    world.reminders.status = { ...world.reminders.status, next: { kind: 'off' } }
    world.changes.announce('settings')
    await vi.waitFor(() => expect(model.line.value).toMatchObject({ kind: 'off' }))
  })
})

describe('what the person can do', () => {
  test('go away, and come back', async () => {
    const { world, model } = await open({ kind: 'off' })
    await model.awayForAnHour()
    await model.awayUntilTomorrow()
    expect(await model.awayUntil('2026-11-23')).toBe(true)
    await model.comeBack()
    expect(world.told).toEqual([
      { kind: 'away', until: 'hour' },
      { kind: 'away', until: 'tomorrow' },
      { kind: 'away', until: { day: '2026-11-23' } },
      { kind: 'back' },
    ])
  })

  test('a date that is not after today changes nothing', async () => {
    const { world, model } = await open({ kind: 'off' })
    for (const day of ['2026-11-22', '2026-11-21', '', '2026-02-30', 'tomorrow', '20261-01-01']) {
      expect(await model.awayUntil(day)).toBe(false)
    }
    expect(world.told).toEqual([])
  })

  test('start again after Thaw went quiet', async () => {
    const { world, model } = await open({ kind: 'quiet' })
    await model.startAgain()
    expect(world.told).toEqual([{ kind: 'start-again' }])
  })

  test('or stay quiet: reminders are off, and other pages and the worker hear of it', async () => {
    const { world, model } = await open({ kind: 'quiet' })
    await world.settings.change(current => ({
      ...current,
      nudges: { ...current.nudges, mode: { kind: 'random', perDay: 5 }, gap: 45 },
    }))
    await model.stayQuiet()
    expect((await world.settings.read()).nudges).toMatchObject({ mode: { kind: 'off' }, gap: 45 })
    expect(world.changes.announced).toContain('settings')
    expect(world.told).toEqual([{ kind: 'settings-changed' }])
  })

  test('forget what was said of a time of day', async () => {
    const { world, model } = await open({ kind: 'off' }, pageWorld(), { badMinutes: [840, 1110] })
    expect(model.badMinutes.value).toEqual([840, 1110])
    world.reminders.status = { ...world.reminders.status, badMinutes: [1110] }
    await model.forgetBadMoment(840)
    expect(world.told).toEqual([{ kind: 'forget-bad-moments', minute: 840 }])
    expect(model.badMinutes.value).toEqual([1110])
  })

  test('what does not reach the worker, or is not kept, is said until something does', async () => {
    const { world, model } = await open({ kind: 'quiet' })
    world.reminders.reachable = false
    await model.startAgain()
    expect(model.unheard.value).toBe(true)
    expect(model.line.value).toMatchObject({ kind: 'quiet' })
    world.reminders.reachable = true
    await model.startAgain()
    expect(model.unheard.value).toBe(false)
    world.values.refuse(new Error('QuotaExceededError'))
    await model.stayQuiet()
    expect(model.unheard.value).toBe(true)
    expect(world.told.some(({ kind }) => kind === 'settings-changed')).toBe(false)
  })
})
