/** The one alarm follows what is due, and is not made anew for nothing. */
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { hour, minute } from '../../lib/core/time.ts'
import { ensureWake, onWake, reconcileWake } from '../../lib/platform/alarms.ts'
import { completeFakeBrowser, fixedClock } from '../support/fakes.ts'

const clock = fixedClock('2027-05-04T12:00[UTC]')
const now = clock.now().epochMilliseconds
beforeEach(() => {
  completeFakeBrowser()
})

const alarms = async () =>
  (await fakeBrowser.alarms.getAll()).map(({ name, scheduledTime }) => [name, scheduledTime])

test('stands at the due time, alone and once', async () => {
  const create = vi.spyOn(fakeBrowser.alarms, 'create')
  await reconcileWake(now + minute, clock)
  await reconcileWake(now + minute, clock)
  expect(await alarms()).toEqual([['wake', now + minute]])
  expect(create).toHaveBeenCalledTimes(1)
  await reconcileWake(now + 2 * minute, clock)
  expect(await alarms()).toEqual([['wake', now + 2 * minute]])
})

test('goes where nothing is due', async () => {
  await reconcileWake(now + minute, clock)
  await reconcileWake(null, clock)
  expect(await alarms()).toEqual([])
})

test('stands at most six hours ahead, and is not moved at every wake', async () => {
  const create = vi.spyOn(fakeBrowser.alarms, 'create')
  await reconcileWake(now + 20 * hour, clock)
  expect(await alarms()).toEqual([['wake', now + 6 * hour]])
  const later = fixedClock('2027-05-04T13:00[UTC]')
  await reconcileWake(now + 20 * hour, later)
  expect(create).toHaveBeenCalledTimes(1)
  // A due time that came near is exact again.
  await reconcileWake(now + 2 * hour, later)
  expect(await alarms()).toEqual([['wake', now + 2 * hour]])
})

test('the net under a killed worker is set where there is no alarm, and gives way to a far one', async () => {
  await ensureWake(now + 10 * minute)
  await ensureWake(now + 20 * minute)
  expect(await alarms()).toEqual([['wake', now + 10 * minute]])
  await reconcileWake(now + 20 * hour, clock)
  expect(await alarms()).toEqual([['wake', now + 6 * hour]])
})

test('a due time that has passed wakes at once', async () => {
  await reconcileWake(now - hour, clock)
  expect(await alarms()).toEqual([['wake', now]])
})

test('a repeating alarm of the same name is replaced', async () => {
  await fakeBrowser.alarms.create('wake', { when: now + minute, periodInMinutes: 1 })
  await reconcileWake(now + minute, clock)
  expect((await fakeBrowser.alarms.getAll())[0]?.periodInMinutes).toBeUndefined()
})

test('only its own alarm wakes', async () => {
  const woken = vi.fn()
  onWake(woken)
  const fire = (name: string) =>
    fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: now, persistAcrossSessions: true })
  await fire('other')
  expect(woken).not.toHaveBeenCalled()
  await fire('wake')
  expect(woken).toHaveBeenCalledTimes(1)
})
