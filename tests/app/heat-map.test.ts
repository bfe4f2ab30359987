/** The year of days as its screen sees it: read at once, walked year by year, and never behind the history. */
import { signal } from '@preact/signals'
import { describe, expect, test, vi } from 'vitest'
import { createHeatMap } from '../../lib/app/heat-map.ts'
import type { Slot } from '../../lib/app/ports.ts'
import type { ShownDays } from '../../lib/app/shown-days.ts'
import { daysOf, type MapScale } from '../../lib/core/heat-map.ts'
import { hour, minute } from '../../lib/core/time.ts'
import { memorySlot } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

type World = ReturnType<typeof pageWorld>

const worldOf = (world: World = pageWorld()) => {
  const version = signal(0)
  const days = vi.fn<ShownDays['days']>(world.records.days)
  const shown: ShownDays = { version, days, span: world.records.daySpan }
  return { world, version, days, shown }
}

const setUp = (given: World = pageWorld(), scale: Slot<MapScale> = memorySlot()) => {
  const { world, version, days, shown } = worldOf(given)
  const map = createHeatMap({
    shown,
    clock: world.clock,
    later: world.timers.later,
    scale,
    firstWeekday: 1,
    pause: async () => {},
  })
  return {
    world,
    map,
    scale,
    days,
    /** As a change anywhere does; resolves once it is read. */
    changed: async () => {
      version.value += 1
      await map.load()
    },
    filled: () =>
      daysOf(map.map.value)
        .filter(day => day.checkIns > 0)
        .map(({ day }) => day),
  }
}

const lived = '2026-05-03T10:00[Europe/Berlin]'
const before = '2024-02-29T10:00[Europe/Berlin]'

describe('opened', () => {
  test('stands at once with every day of this year, and is filled in one go', async () => {
    const { world, map, filled } = setUp()
    await world.checkIn(lived, { felt: 4 })
    expect(daysOf(map.map.value)).toHaveLength(365)
    expect([map.complete.value, filled()]).toEqual([false, []])
    await map.load()
    expect([map.complete.value, filled()]).toEqual([true, ['2026-05-03']])
    expect(map.map.value).toMatchObject({ year: 2026, scale: 'felt', checkIns: 1 })
  })

  test('a change lets what was found come into sight before its days', async () => {
    const { world, version, days, shown } = worldOf()
    const turn = Promise.withResolvers<void>()
    const map = createHeatMap({
      shown,
      clock: world.clock,
      later: world.timers.later,
      scale: memorySlot(),
      firstWeekday: 1,
      pause: () => turn.promise,
    })
    await map.load()
    await world.checkIn(lived)
    days.mockClear()
    version.value += 1
    expect(days).not.toHaveBeenCalled()
    turn.resolve()
    await vi.waitFor(() => expect(map.complete.value).toBe(true))
  })

  test('of an empty history is nothing', async () => {
    const { map } = setUp()
    await map.load()
    expect([map.empty.value, map.complete.value]).toEqual([true, false])
  })

  test('appears with the first check-in, and stays when a search finds nothing', async () => {
    const { world, map, changed, filled } = setUp()
    await map.load()
    const id = await world.checkIn(lived)
    await changed()
    expect([map.empty.value, filled()]).toEqual([false, ['2026-05-03']])
    await world.records.remove('checkIns', id, 0)
    await changed()
    expect([map.empty.value, map.complete.value, filled()]).toEqual([false, true, []])
  })

  test('says what cannot be read, and reads it when it is tried again', async () => {
    const { world, map, filled } = setUp()
    await world.checkIn(lived)
    world.store.problem = { kind: 'failed', name: 'UnknownError' }
    await map.load()
    expect(map.problem.value).toEqual({ kind: 'failed', name: 'UnknownError' })
    expect([map.complete.value, map.empty.value]).toEqual([false, false])
    world.store.problem = null
    await map.tryAgain()
    expect([map.problem.value, filled()]).toEqual([null, ['2026-05-03']])
  })

  test('follows the day: in a new year that year is among those there are', async () => {
    const { world, map } = setUp()
    await world.checkIn(lived)
    await map.load()
    expect(daysOf(map.map.value).find(day => day.when === 'today')?.day).toBe('2026-11-22')
    world.clock.set('2027-01-01T00:01[Europe/Berlin]')
    await map.load()
    expect([map.map.value.year, map.years.value]).toEqual([2026, [2026, 2027]])
    expect(daysOf(map.map.value).every(day => day.when === 'past')).toBe(true)
  })
})

test('midnight turns the day of a map that stands open', async () => {
  const { world, map } = setUp(pageWorld('2026-11-22T23:40[Europe/Berlin]'))
  await world.checkIn(lived)
  await map.load()
  await map.load()
  expect(world.timers.lengths()).toEqual([20 * minute])
  world.clock.advance(20 * minute)
  world.timers.ring()
  const today = () => daysOf(map.map.value).find(day => day.when === 'today')?.day
  expect(today()).toBe('2026-11-23')
  expect(world.timers.lengths()).toEqual([24 * hour])
})

describe('years', () => {
  test('go from the first with a day to this one, the empty ones included', async () => {
    const { world, map, filled } = setUp()
    await world.checkIn(before)
    await map.load()
    expect(map.years.value).toEqual([2024, 2025, 2026])
    await map.earlier()
    expect([map.map.value.year, filled()]).toEqual([2025, []])
    await map.earlier()
    expect([map.map.value.year, filled()]).toEqual([2024, ['2024-02-29']])
    await map.earlier()
    expect(map.map.value.year).toBe(2024)
    await map.go(2026)
    await map.later()
    expect(map.map.value.year).toBe(2026)
  })

  test('reach into the future where a check-in lies there', async () => {
    const { world, map, filled } = setUp()
    await world.checkIn('2028-01-05T10:00[Europe/Berlin]')
    await map.load()
    expect(map.years.value).toEqual([2026, 2027, 2028])
    await map.go(2028)
    expect(filled()).toEqual(['2028-01-05'])
  })

  test('that were read are there at once, until something changes', async () => {
    const { world, map, days, changed, filled } = setUp()
    await world.checkIn(lived)
    await world.checkIn(before)
    await map.load()
    await map.go(2024)
    days.mockClear()
    void map.go(2026)
    expect([map.map.value.year, days.mock.calls]).toEqual([2026, []])
    await world.checkIn('2024-03-01T10:00[Europe/Berlin]')
    await changed()
    await map.go(2024)
    expect(filled()).toEqual(['2024-02-29', '2024-03-01'])
  })

  test('are stepped through faster than they are read, and the last one asked for is shown', async () => {
    const { world, map } = setUp()
    await world.checkIn('2020-06-01T10:00[Europe/Berlin]')
    await map.load()
    const steps = [map.earlier(), map.earlier(), map.earlier()]
    // The map shows one whole year all the while.
    expect(map.map.value.year).toBe(2026)
    await Promise.all(steps)
    expect(map.map.value.year).toBe(2023)
    const back = map.go(2021)
    await map.go(2026)
    await back
    expect(map.map.value.year).toBe(2026)
  })

  test('stay as they are where the next one cannot be read', async () => {
    const { world, map, filled } = setUp()
    await world.checkIn(lived)
    await world.checkIn(before)
    await map.load()
    world.store.problem = { kind: 'failed', name: 'UnknownError' }
    await map.go(2024)
    expect([map.problem.value?.kind, map.map.value.year, filled()]).toEqual(['failed', 2026, ['2026-05-03']])
    world.store.problem = null
    await map.tryAgain()
    expect([map.problem.value, map.map.value.year]).toEqual([null, 2024])
  })

  test('of days that no calendar has, or far from now, hide nothing and bring no thousand empty ones', async () => {
    const { world, map, filled } = setUp()
    for (const day of ['+012026-01-01', '2026-02-30', '1024-07-01', '9999-12-31', 'nonsense'])
      await world.checkIn(lived, { day })
    await map.load()
    expect(map.years.value).toEqual([1024, 2026, 9999])
    expect([map.beyond.value, map.map.value.outside, filled()]).toEqual([2, 1, []])
    await map.earlier()
    expect([map.map.value.year, filled()]).toEqual([1024, ['1024-07-01']])
    await map.go(9999)
    expect(filled()).toEqual(['9999-12-31'])
  })
})

describe('what changes meanwhile', () => {
  test('is read again by itself, and what was on its way is not shown', async () => {
    const { world, map, days, changed, filled } = setUp()
    await world.checkIn(lived)
    await map.load()
    let free = () => {}
    days.mockImplementationOnce(async (from, to) => {
      const old = await world.records.days(from, to)
      await new Promise<void>(resolve => {
        free = resolve
      })
      return old
    })
    const first = changed()
    await vi.waitUntil(() => days.mock.calls.length === 2)
    await world.checkIn('2026-05-04T10:00[Europe/Berlin]')
    const second = changed()
    free()
    await Promise.all([first, second])
    expect(filled()).toEqual(['2026-05-03', '2026-05-04'])
  })

  test('is not read before the map is opened', async () => {
    const { days, world, map } = setUp()
    await world.checkIn(lived)
    expect([days.mock.calls, map.complete.value]).toEqual([[], false])
  })
})

describe('the scale', () => {
  test('changes the picture without reading, and is kept for the next opening', async () => {
    const { world, map, days, scale } = setUp()
    await world.checkIn(lived, { far: 2 })
    await map.load()
    days.mockClear()
    await map.choose('far')
    expect(daysOf(map.map.value).find(day => day.checkIns > 0)?.shows).toEqual({
      kind: 'value',
      middle: 2,
      highest: 2,
    })
    expect(days).not.toHaveBeenCalled()
    const again = setUp(world, scale)
    await again.map.load()
    expect(again.map.map.value.scale).toBe('far')
  })

  test('is chosen all the same where the browser keeps nothing', async () => {
    const refuses = () => Promise.reject(new Error('no'))
    const { map } = setUp(pageWorld(), { read: refuses, write: refuses })
    await map.load()
    await map.choose('count')
    expect(map.scale.value).toBe('count')
  })
})
