/** Deleting several at once: one deletion, with one way back that survives a reload. */
import { describe, expect, test, vi } from 'vitest'
import { entriesOf, openHistory as open, type World } from '../support/history-world.ts'
import { pageWorld } from '../support/page-world.ts'

const start = Temporal.ZonedDateTime.from('2026-11-22T11:00[Europe/Berlin]')

const fill = async (world: World, count: number): Promise<readonly string[]> => {
  const ids: string[] = []
  for (let place = 0; place < count; place += 1) {
    const moment = start.subtract({ hours: 5 * place })
    const id = await world.checkIn(moment.toString())
    await world.session(moment.add({ minutes: 1 }).toString(), { checkInId: id })
    ids.push(id)
  }
  return ids
}

const shown = (history: Awaited<ReturnType<typeof open>>) => entriesOf(history).map(({ id }) => id)

const sessionsOf = async (world: World) => {
  const found = await world.records.all('sessions')
  return found.ok ? found.value.length : -1
}

describe('several', () => {
  test('go at once with their pauses, and come back at once', async () => {
    const world = pageWorld()
    const ids = await fill(world, 30)
    const history = await open(world)
    const announced = world.changes.announced.length
    history.selection.start()
    history.selection.pick(ids.slice(2, 27), true)
    expect(history.selection.count.value).toBe(25)
    await history.removePicked(history.months.value ?? [])
    expect(shown(history)).toEqual([...ids.slice(0, 2), ...ids.slice(27)])
    expect(await sessionsOf(world)).toBe(5)
    expect(history.selection.active.value).toBe(false)
    expect(history.removal.value).toMatchObject({ count: 25 })
    // The other pages hear of it once.
    expect(world.changes.announced.length).toBe(announced + 1)
    await history.undo()
    expect(shown(history)).toEqual(ids)
    expect(await sessionsOf(world)).toBe(30)
  })

  test('come back after a reload too', async () => {
    const world = pageWorld()
    const ids = await fill(world, 30)
    const history = await open(world)
    history.selection.pick(ids, true)
    await history.removePicked(history.months.value ?? [])
    world.clock.advance(9_000)
    world.timers.drop()
    const reopened = await open(world)
    expect(shown(reopened)).toEqual([])
    expect(reopened.removal.value).toMatchObject({ count: 30 })
    await reopened.undo()
    expect(shown(reopened)).toEqual(ids)
  })

  test('come back where the page closed half-way', async () => {
    const world = pageWorld()
    const ids = await fill(world, 30)
    let left = 21
    const closing = {
      ...world,
      records: {
        ...world.records,
        remove: async (...given: Parameters<World['records']['remove']>) => {
          left -= 1
          // The page is gone before the next one.
          return left < 0 ? new Promise<never>(() => {}) : world.records.remove(...given)
        },
      },
    }
    const history = await open(closing)
    history.selection.pick(ids, true)
    void history.removePicked(history.months.value ?? [])
    await new Promise(resolve => setImmediate(resolve))
    world.timers.drop()
    const reopened = await open(world)
    expect(shown(reopened).length).toBeLessThan(30)
    // Nobody can say how many went by then.
    expect(reopened.removal.value?.count).toBeUndefined()
    await reopened.undo()
    expect(shown(reopened)).toEqual(ids)
  })

  test('come back on a slow device, also when asked for late', async () => {
    const world = pageWorld()
    const ids = await fill(world, 30)
    const slowly =
      <Given extends readonly unknown[], Value>(work: (...given: Given) => Promise<Value>) =>
      (...given: Given) => {
        world.clock.advance(200)
        return work(...given)
      }
    const { remove, undoRemove } = world.records
    const records = Object.assign(Object.create(world.records), {
      remove: slowly(remove),
      undoRemove: slowly(undoRemove),
    })
    const history = await open({ ...world, records })
    history.selection.pick(ids, true)
    await history.removePicked(history.months.value ?? [])
    world.clock.advance(9_900)
    await history.undo()
    expect(history.problem.value).toBeNull()
    expect(shown(history)).toEqual(ids)
    expect(await sessionsOf(world)).toBe(30)
  })

  test.each([
    ['on the page that stays open', false],
    ['on a page that is opened after the offer', true],
  ])('leave no text behind once they can come back no more, %s', async (_, again) => {
    const world = pageWorld()
    const ids = await fill(world, 5)
    const begun = world.clock.now().epochMilliseconds
    const history = await open(world)
    history.selection.pick(ids, true)
    await history.removePicked(history.months.value ?? [])
    // Ten seconds to say so, and for ten records 0.2 s each to go and to come back.
    const held = begun + 10_000 + 10 * 400
    world.clock.advance(10_001)
    if (again) {
      world.timers.drop()
      await open(world)
    } else world.timers.ring()
    expect(await world.records.undoRemove('checkIns', ids[0] ?? '')).toEqual({ ok: true, value: true })
    const settled = vi.spyOn(world.records, 'settleRemovals')
    const [left = 0] = world.timers.lengths()
    world.clock.advance(left)
    expect(world.clock.now().epochMilliseconds).toBeGreaterThan(held)
    world.timers.ring()
    expect(settled).toHaveBeenCalledOnce()
    expect(world.timers.lengths()).toEqual([])
  })

  test('show how far they are, a few at a time', async () => {
    const world = pageWorld()
    const ids = await fill(world, 30)
    const history = await open(world)
    const seen: string[] = []
    history.progress.subscribe(progress => {
      if (progress) seen.push(`${progress.doing} ${progress.done}/${progress.of}`)
    })
    history.selection.pick(ids, true)
    await history.removePicked(history.months.value ?? [])
    await history.undo()
    expect(seen).toEqual([
      ...['remove 0/60', 'remove 20/60', 'remove 40/60'],
      ...['undo 0/60', 'undo 20/60', 'undo 40/60'],
    ])
    expect(history.progress.value).toBeNull()
  })

  test('are still shown on their way where one that went before comes back meanwhile', async () => {
    const world = pageWorld()
    const ids = await fill(world, 31)
    const [single = '', ...several] = ids
    let goOn = () => {}
    const waiting = new Promise<void>(resolve => {
      goOn = resolve
    })
    const remove: World['records']['remove'] = async (store, id, until) => {
      if (id === several[4]) await waiting
      return world.records.remove(store, id, until)
    }
    const history = await open({
      ...world,
      records: Object.assign(Object.create(world.records), { remove }),
    })
    await history.removeCheckIn(single)
    history.selection.pick(several, true)
    const removed = history.removePicked(history.months.value ?? [])
    await vi.waitFor(() => expect(history.progress.value).toMatchObject({ doing: 'remove', of: 60 }))
    await history.undo()
    expect(shown(history)).toContain(single)
    expect(history.progress.value).toMatchObject({ doing: 'remove', of: 60 })
    goOn()
    await removed
    expect(history.progress.value).toBeNull()
    expect(history.removal.value).toMatchObject({ count: 30 })
    expect(shown(history)).toEqual([single])
  })

  test('that cannot be deleted stay selected, and what was deleted comes back', async () => {
    const world = pageWorld()
    const ids = await fill(world, 30)
    const history = await open(world)
    history.selection.pick(ids.slice(0, 5), true)
    world.store.problem = { kind: 'full' }
    await history.removePicked(history.months.value ?? [])
    expect(history.problem.value).toEqual({ problem: { kind: 'full' }, doing: 'save' })
    expect(history.selection.count.value).toBe(5)
    expect(history.removal.value).toBeNull()
    expect(await world.removal.read()).toBeNull()
    world.store.problem = null
    await history.tryAgain()
    expect(shown(history)).toEqual(ids.slice(5))
  })

  test('picked one by one, without those that were taken out again', () => {
    const world = pageWorld()
    return open(world).then(({ selection }) => {
      selection.pick(['a', 'b', 'c'], true)
      selection.pick(['b'], false)
      expect([...selection.picked.value]).toEqual(['a', 'c'])
      selection.stop()
      expect(selection.count.value).toBe(0)
    })
  })
})
