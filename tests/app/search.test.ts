/** The search in History as its screen sees it. */
import { effect } from '@preact/signals'
import { describe, expect, test, vi } from 'vitest'
import { createHeatMap } from '../../lib/app/heat-map.ts'
import type { Records } from '../../lib/app/ports.ts'
import { noFilter } from '../../lib/core/filter.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields } from '../contract/samples.ts'
import { memorySlot } from '../support/fakes.ts'
import { allShown, completed, counted, put, searchWorld, shownIds } from '../support/search-world.ts'

const noon = '2026-11-20T12:00[Europe/Berlin]'
const day = (number: number, time = '12:00') =>
  Temporal.ZonedDateTime.from(`2026-10-01T${time}[Europe/Berlin]`).add({ days: number }).toString()

/** A history in which every third check-in speaks of rain. */
const rainy = async (count = 30) => {
  const world = searchWorld()
  const ids: string[] = []
  for (let number = 0; number < count; number += 1)
    ids.push(await world.checkIn(day(number), { note: number % 3 === 0 ? 'Rain again' : 'Dry', felt: 4 }))
  return { world, ids, rain: ids.filter((_, number) => number % 3 === 0).reverse() }
}

/** Records whose reads can be held back, and whose reads are counted. */
const held = (records: Records) => {
  const state = { hold: false, free: 0, reads: 0, waiting: [] as (() => void)[] }
  const door = new Proxy(records, {
    get: (target, name: keyof Records) => {
      const method = target[name] as (...given: unknown[]) => Promise<unknown>
      return async (...given: unknown[]) => {
        if (name === 'made') state.reads += 1
        if (state.hold && name === 'made' && state.reads > state.free)
          await new Promise<void>(resolve => state.waiting.push(resolve))
        return method(...given)
      }
    },
  })
  const letGo = () => {
    state.hold = false
    for (const go of state.waiting.splice(0)) go()
  }
  return { door, state, letGo }
}

describe('what is found', () => {
  test('comes newest first, with how much it is and on how many days', async () => {
    const { world, rain } = await rainy()
    const search = world.open()
    await search.load()
    expect([search.active.value, search.list.months.value, search.count.value]).toEqual([false, null, null])
    search.change({ text: 'rain' })
    expect(search.active.value).toBe(true)
    expect(await completed(search)).toEqual({ checkIns: 10, pauses: 0, markers: 0, days: 10, complete: true })
    expect(shownIds(search)).toEqual(rain)
    expect(search.list.hasOlder.value).toBe(false)
  })

  test('stands with its pauses, which are found by their names', async () => {
    const world = searchWorld()
    const checkIn = await world.checkIn(noon, { note: 'Rain' })
    await world.session('2026-11-20T12:05[Europe/Berlin]', { checkInId: checkIn, pauseId: 'hum' })
    const alone = await world.session('2026-11-19T10:00[Europe/Berlin]', { pauseId: 'hum' })
    const lost = await world.session('2026-11-18T10:00[Europe/Berlin]', { pauseId: 'hum', checkInId: 'gone' })
    const search = world.open()
    search.change({ text: 'hum' })
    expect(await completed(search)).toMatchObject({ checkIns: 1, pauses: 2, days: 3 })
    expect(shownIds(search)).toEqual([checkIn, alone, lost])
    const entry = search.list.months.value?.[0]?.days[0]?.entries[0]
    expect(entry?.kind === 'check-in' && entry.sessions.map(({ pauseId }) => pauseId)).toEqual(['hum'])
    search.change({ text: 'hum rain' })
    expect(await completed(search)).toMatchObject({ checkIns: 1, pauses: 0 })
    expect(shownIds(search)).toEqual([checkIn])
  })

  test('is found once, however late its pauses are read', async () => {
    const world = searchWorld()
    const lived = Temporal.ZonedDateTime.from(noon).epochMilliseconds
    const id = testId(lived + 24 * 3_600_000, 1)
    // Made after its pauses, as by an import; more than a batch lies between.
    await world.records.save('checkIns', id, () => checkInFields(lived))
    for (let number = 0; number < 12; number += 1)
      await world.session('2026-11-20T12:01[Europe/Berlin]', { checkInId: id, pauseId: 'hum' })
    const search = world.open()
    search.change({ pauses: ['hum'] })
    expect(await completed(search)).toMatchObject({ checkIns: 1, pauses: 0 })
    expect(shownIds(search)).toEqual([id])
  })

  test('has markers as they are now, without waiting for the whole history to be sought again', async () => {
    const { world } = await rainy()
    const put = (text: string) =>
      world.records.save('markers', 'm1', () => ({ day: '2026-11-20', type: 'own', text }))
    await put('Rain')
    const search = world.open()
    search.change({ text: 'rain' })
    await completed(search)
    const seen = () =>
      search.list.months.value?.flatMap(({ days }) =>
        days.flatMap(({ markers }) => markers.map(({ text }) => text)),
      )
    expect(seen()).toEqual(['Rain'])
    // No timer rings: nothing is sought again meanwhile.
    await put('Much rain')
    world.changes.announce('records')
    await vi.waitFor(() => expect(seen()).toEqual(['Much rain']))
    await world.records.remove('markers', 'm1', Number.MAX_SAFE_INTEGER)
    world.changes.announce('records')
    await vi.waitFor(() => expect(seen()).toEqual([]))
    await world.records.undoRemove('markers', 'm1')
    world.changes.announce('records')
    await vi.waitFor(() => expect(seen()).toEqual(['Much rain']))
  })

  test('has markers at their days', async () => {
    const world = searchWorld()
    const found = await world.checkIn(noon, { note: 'house' })
    await world.records.save('markers', 'm1', () => ({ day: '2026-11-20', type: 'move', text: 'New house' }))
    await world.records.save('markers', 'm2', () => ({ day: '2020-02-30', type: 'own', text: 'A house' }))
    await world.records.save('markers', 'm3', () => ({ day: '2026-11-20', type: 'own', text: 'Rain' }))
    const search = world.open()
    search.change({ text: 'house' })
    expect(await completed(search)).toMatchObject({ checkIns: 1, markers: 2 })
    expect(shownIds(search)).toEqual([found])
    const days = search.list.months.value?.flatMap(month => month.days) ?? []
    expect(days.map(each => [each.day, each.markers.map(({ id }) => id)])).toEqual([
      ['2026-11-20', ['m1']],
      ['2020-02-30', ['m2']],
    ])
  })

  test('comes fifty at a time, and what was in sight is not drawn anew', async () => {
    const { world, ids } = await rainy(120)
    const search = world.open()
    search.change({ felt: { range: { from: 4, to: 4 }, cantTell: false, noAnswer: false } })
    await completed(search)
    expect(shownIds(search)).toEqual(ids.toReversed().slice(0, 50))
    expect(search.list.hasOlder.value).toBe(true)
    const before = search.list.months.value?.[0]?.days[0]
    await search.list.older()
    expect(shownIds(search)).toHaveLength(100)
    expect(search.list.months.value?.[0]?.days[0]).toBe(before)
    expect(await allShown(search)).toEqual(ids.toReversed())
  })

  test('are the days of what is shown, and all days where nothing is sought', async () => {
    const { world } = await rainy()
    const search = world.open()
    const rows = async () => {
      const found = await search.shownDays.days('2026-01-01', '2026-12-31')
      return found.ok ? found.value.length : null
    }
    expect(await rows()).toBe(30)
    const { value: before } = search.shownDays.version
    search.change({ text: 'rain' })
    await completed(search)
    expect(search.shownDays.version.value).toBeGreaterThan(before)
    expect(await rows()).toBe(10)
    expect(await search.shownDays.span()).toEqual({
      ok: true,
      value: { first: '2026-10-01', last: '2026-10-28' },
    })
    search.clear()
    expect(await rows()).toBe(30)
  })
})

describe('before anything was found', () => {
  const days = async ({ shownDays }: ReturnType<ReturnType<typeof searchWorld>['open']>) => [
    await shownDays.days('2026-01-01', '2026-12-31'),
    await shownDays.span(),
  ]
  const none = [
    { ok: true, value: [] },
    { ok: true, value: null },
  ]

  test('no days are shown, while what seeks is loaded and while it reads', async () => {
    const { world } = await rainy()
    const { door, state, letGo } = held(world.records)
    state.hold = true
    const search = world.open(door)
    search.change({ text: 'rain' })
    expect(await days(search)).toEqual(none)
    await vi.waitFor(() => expect(state.waiting).toHaveLength(1))
    expect(await days(search)).toEqual(none)
    letGo()
    await completed(search)
    expect(await days(search)).toMatchObject([
      { ok: true },
      { value: { first: '2026-10-01', last: '2026-10-28' } },
    ])
  })

  test('no days are shown where what seeks cannot be loaded, and all again without a filter', async () => {
    const { world } = await rainy()
    const search = world.open(undefined, undefined, () => {
      throw new TypeError('Failed to fetch dynamically imported module')
    })
    const { value: atFirst } = search.shownDays.version
    search.change({ text: 'rain' })
    await vi.waitFor(() => expect(search.problem.value).not.toBeNull())
    const { value: failed } = search.shownDays.version
    expect(failed).toBeGreaterThan(atFirst)
    expect(await days(search)).toEqual(none)
    search.clear()
    expect(search.shownDays.version.value).toBeGreaterThan(failed)
    expect(await days(search)).toMatchObject([{ ok: true }, { value: { first: '2026-10-01' } }])
  })

  test('no days are shown where the first read fails', async () => {
    const { world } = await rainy()
    const search = world.open()
    const { value: atFirst } = search.shownDays.version
    world.store.problem = { kind: 'failed', name: 'UnknownError' }
    search.change({ text: 'rain' })
    await vi.waitFor(() => expect(search.problem.value).not.toBeNull())
    expect(search.shownDays.version.value).toBeGreaterThan(atFirst)
    expect(await days(search)).toEqual(none)
  })

  test('the year that was kept with a filter over a reload is drawn once something is', async () => {
    const { world } = await rainy()
    await world.kept.write({ ...noFilter, text: 'rain' })
    const { door, state, letGo } = held(world.records)
    state.hold = true
    const search = world.open(door)
    await search.load()
    const map = createHeatMap({
      shown: search.shownDays,
      clock: world.clock,
      later: world.timers.later,
      scale: memorySlot(),
      firstWeekday: 1,
      pause: async () => {},
    })
    await map.load()
    expect([map.empty.value, map.complete.value]).toEqual([true, false])
    letGo()
    await completed(search)
    await vi.waitFor(() => expect(map.map.value.checkIns).toBe(10))
    expect(map.empty.value).toBe(false)
    search.clear()
    await vi.waitFor(() => expect(map.map.value.checkIns).toBe(30))
  })

  test('the year that was in sight stays', async () => {
    const { world } = await rainy()
    const { door, state } = held(world.records)
    const search = world.open(door)
    const map = createHeatMap({
      shown: search.shownDays,
      clock: world.clock,
      later: world.timers.later,
      scale: memorySlot(),
      firstWeekday: 1,
      pause: async () => {},
    })
    await map.load()
    state.hold = true
    search.change({ text: 'rain' })
    await vi.waitFor(() => expect(state.waiting).toHaveLength(1))
    await map.load()
    expect([map.empty.value, map.complete.value]).toEqual([false, true])
  })
})

describe('a change of the filter', () => {
  test('ends what is being sought: it reads no further', async () => {
    const { world } = await rainy(60)
    const { door, state, letGo } = held(world.records)
    state.hold = true
    const search = world.open(door)
    search.change({ text: 'dry' })
    await vi.waitFor(() => expect(state.waiting).toHaveLength(1))
    search.change({ text: 'rain' })
    await vi.waitFor(() => expect(state.waiting).toHaveLength(2))
    letGo()
    expect(await completed(search)).toMatchObject({ checkIns: 20 })
    // Twelve batches and an empty one; the other had its first, and one on its way.
    expect(state.reads).toBeLessThanOrEqual(13 + 2)
  })

  test('of two in a row the last counts', async () => {
    const { world, rain } = await rainy()
    const search = world.open()
    search.change({ text: 'd' })
    search.change({ text: 'dry' })
    search.change({ text: 'rain' })
    expect(await completed(search)).toMatchObject({ checkIns: 10 })
    expect(shownIds(search)).toEqual(rain)
  })

  test('that is taken back ends the search', async () => {
    const { world } = await rainy()
    const search = world.open()
    search.change({ text: 'rain' })
    await counted(search, ({ checkIns }) => checkIns > 0)
    search.change({ text: '' })
    expect([search.active.value, search.count.value, search.list.months.value]).toEqual([false, null, null])
    await new Promise(resolve => setTimeout(resolve))
    expect([search.count.value, search.list.months.value]).toEqual([null, null])
  })

  test('leaves what was found in sight until there is something new', async () => {
    const { world, ids, rain } = await rainy()
    const { door, state, letGo } = held(world.records)
    const search = world.open(door)
    search.change({ text: 'rain' })
    await completed(search)
    state.hold = true
    search.change({ text: 'dry' })
    await vi.waitFor(() => expect(state.waiting).toHaveLength(1))
    expect(shownIds(search)).toEqual(rain)
    expect(search.count.value).toMatchObject({ checkIns: 0, complete: false })
    letGo()
    await completed(search)
    expect(shownIds(search)).toEqual(ids.filter(id => !rain.includes(id)).reverse())
  })

  test('is kept over a reload, and forgotten when it is cleared', async () => {
    const { world, rain } = await rainy()
    world.open().change({ text: 'rain' })
    const again = world.open()
    await again.load()
    expect(again.filter.value).toEqual({ ...noFilter, text: 'rain' })
    await completed(again)
    expect(shownIds(again)).toEqual(rain)
    again.clear()
    expect(await world.kept.read()).toBeNull()
  })

  test('that was made before the kept one was read counts', async () => {
    const { world } = await rainy()
    await world.kept.write({ ...noFilter, text: 'rain' })
    const search = world.open()
    const loading = search.load()
    search.change({ text: 'dry' })
    await loading
    expect(search.filter.value.text).toBe('dry')
  })
})

describe('a result', () => {
  test('is told once it stands still, and not again while it stays the same', async () => {
    const { world } = await rainy()
    const search = world.open()
    const told: unknown[] = []
    effect(() => {
      told.push(search.told.value?.checkIns ?? null)
    })
    search.change({ text: 'r' })
    await completed(search)
    search.change({ text: 'rain' })
    await completed(search)
    expect(told).toEqual([null])
    world.timers.ring()
    expect(told).toEqual([null, 10])
    world.changes.announce('records')
    world.timers.ring()
    await new Promise(resolve => setTimeout(resolve, 20))
    world.timers.ring()
    expect(told).toEqual([null, 10])
  })

  test('follows an edit at once, and is sought again behind it', async () => {
    const { world, ids, rain } = await rainy()
    const search = world.open()
    search.change({ text: 'rain' })
    await completed(search)
    const counts: unknown[] = []
    effect(() => {
      counts.push(search.count.value)
    })
    await world.records.save('checkIns', ids[1] ?? '', now => now && { ...now, note: 'Rain too' })
    await world.records.save('checkIns', ids[27] ?? '', now => now && { ...now, note: 'Rain, and sun' })
    world.changes.announce('records')
    const first = () => search.list.months.value?.[0]?.days[0]?.entries[0]
    await vi.waitFor(() => {
      const entry = first()
      expect(entry?.kind === 'check-in' && entry.checkIn.note).toBe('Rain, and sun')
    })
    expect(shownIds(search)).toEqual(rain)
    world.timers.ring()
    await vi.waitFor(() => expect(search.count.value?.checkIns).toBe(11))
    expect(shownIds(search)).toContain(ids[1])
    // What was found stood all the while.
    expect(counts).not.toContainEqual(expect.objectContaining({ complete: false }))
  })

  test('loses at once what is deleted', async () => {
    const { world, rain } = await rainy()
    const search = world.open()
    search.change({ text: 'rain' })
    await completed(search)
    await world.records.remove('checkIns', rain[0] ?? '', Number.MAX_SAFE_INTEGER)
    world.changes.announce('records')
    await vi.waitFor(() => expect(shownIds(search)).toEqual(rain.slice(1)))
    world.timers.ring()
    await vi.waitFor(() => expect(search.count.value?.checkIns).toBe(9))
  })

  test('has at once again what was deleted and is brought back, before and after it was sought anew', async () => {
    const { world, rain } = await rainy()
    const { door, state, letGo } = held(world.records)
    const search = world.open(door)
    search.change({ text: 'rain' })
    await completed(search)
    const [, second = ''] = rain
    const before = await world.records.get('checkIns', second)
    const removed = async () => {
      await world.records.remove('checkIns', second, Number.MAX_SAFE_INTEGER)
      world.changes.announce('records')
      await vi.waitFor(() => expect(shownIds(search)).toEqual(rain.filter(id => id !== second)))
    }
    const broughtBack = async () => {
      await world.records.save('checkIns', second, () => (before.ok ? before.value : null))
      world.changes.announce('records')
      await vi.waitFor(() => expect(shownIds(search)).toEqual(rain))
    }
    await removed()
    await broughtBack()
    await removed()
    world.timers.ring()
    await vi.waitFor(() => expect(search.count.value?.checkIns).toBe(9))
    state.hold = true
    await broughtBack()
    letGo()
    world.timers.ring()
    await vi.waitFor(() => expect(search.count.value?.checkIns).toBe(10))
    expect(await allShown(search)).toEqual(rain)
  })

  test('keeps what is brought back while it is sought anew', async () => {
    const { world, rain } = await rainy()
    const { door, state, letGo } = held(world.records)
    const search = world.open(door)
    search.change({ text: 'rain' })
    await completed(search)
    const [first = ''] = rain
    const before = await world.records.get('checkIns', first)
    await world.records.remove('checkIns', first, Number.MAX_SAFE_INTEGER)
    world.changes.announce('records')
    await vi.waitFor(() => expect(shownIds(search)).toEqual(rain.slice(1)))
    Object.assign(state, { hold: true, free: 1, reads: 0 })
    world.timers.ring()
    await vi.waitFor(() => expect(state.waiting).toHaveLength(1))
    await world.records.save('checkIns', first, () => (before.ok ? before.value : null))
    world.changes.announce('records')
    await vi.waitFor(() => expect(shownIds(search)).toEqual(rain))
    const seen: boolean[] = []
    const counts: unknown[] = []
    const stop = effect(() => {
      seen.push(shownIds(search).includes(first))
      counts.push(search.count.value?.checkIns)
    })
    world.timers.ring()
    letGo()
    await vi.waitFor(() => expect(counts).toContain(9))
    await vi.waitFor(() => expect(search.count.value?.checkIns).toBe(10))
    stop()
    expect(seen).not.toContain(false)
    expect(shownIds(search)).toEqual(rain)
  })

  test('is sought once more after a change, and not begun anew at each', async () => {
    const { world, rain } = await rainy(60)
    const { door, state, letGo } = held(world.records)
    const search = world.open(door)
    search.change({ text: 'rain' })
    await completed(search)
    state.hold = true
    state.free = 1
    state.reads = 0
    world.changes.announce('records')
    world.timers.ring()
    await vi.waitFor(() => expect(state.waiting).toHaveLength(1))
    const [first = ''] = rain
    await world.records.remove('checkIns', first, Number.MAX_SAFE_INTEGER)
    const seen: boolean[] = []
    for (let number = 0; number < 5; number += 1) {
      world.changes.announce('records')
      world.timers.ring()
      await new Promise(resolve => setTimeout(resolve))
    }
    expect(state.reads).toBe(2)
    const stop = effect(() => {
      seen.push(shownIds(search).includes(first))
    })
    letGo()
    await vi.waitFor(() => expect(search.count.value?.checkIns).toBe(19))
    // Twelve batches and an empty one, and twelve of what is left.
    expect(state.reads).toBe(13 + 12)
    stop()
    // What was deleted meanwhile does not come into sight again.
    expect(seen).not.toContain(true)
  })

  test('of a history that cannot be read in the middle stays as far as it came, and is sought again', async () => {
    const { world, rain } = await rainy(60)
    const { door, state, letGo } = held(world.records)
    const search = world.open(door)
    search.change({ text: 'rain' })
    await counted(search, ({ checkIns }) => checkIns > 3)
    await vi.waitFor(() => expect(shownIds(search).length).toBeGreaterThan(0))
    state.hold = true
    await vi.waitFor(() => expect(state.waiting).toHaveLength(1))
    const before = shownIds(search)
    world.store.problem = { kind: 'failed', name: 'UnknownError' }
    letGo()
    await vi.waitFor(() => expect(search.problem.value).toEqual({ kind: 'failed', name: 'UnknownError' }))
    expect(shownIds(search)).toEqual(before)
    expect(search.count.value?.complete).toBe(false)
    world.store.problem = null
    search.tryAgain()
    expect(search.problem.value).toBeNull()
    expect(shownIds(search)).toEqual(before)
    await completed(search)
    expect(shownIds(search)).toEqual(rain)
  })
})

test('a history with nothing in it finds nothing', async () => {
  const world = searchWorld()
  await put(world.records, {})
  const search = world.open()
  search.change({ text: 'rain' })
  expect(await completed(search)).toEqual({ checkIns: 0, pauses: 0, markers: 0, days: 0, complete: true })
  expect(search.list.months.value).toEqual([])
})

describe('what seeks', () => {
  test('is loaded when something is sought, and once', async () => {
    const { open, kept } = searchWorld()
    const loaded = vi.fn<() => void>()
    const search = open(undefined, undefined, loaded)
    await search.load()
    expect(loaded).not.toHaveBeenCalled()
    search.prepare()
    search.change({ text: 'numb' })
    await completed(search)
    search.change({ text: 'flat' })
    await completed(search)
    expect(loaded).toHaveBeenCalledTimes(1)
    expect(await kept.read()).toMatchObject({ text: 'flat' })
  })

  test('says where it cannot be loaded, keeps what was typed, and is tried again', async () => {
    const { open } = searchWorld()
    let refuses = true
    const search = open(undefined, undefined, () => {
      if (refuses) throw new TypeError('Failed to fetch dynamically imported module')
    })
    search.change({ text: 'numb' })
    await vi.waitFor(() => expect(search.problem.value).toEqual({ kind: 'failed', name: 'load' }))
    expect(search.filter.value.text).toBe('numb')
    refuses = false
    search.tryAgain()
    await completed(search)
    expect(search.problem.value).toBeNull()
  })
})
