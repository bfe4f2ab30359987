/** Today as its screen sees it. */
import { describe, expect, test, vi } from 'vitest'
import { createToday } from '../../lib/app/today.ts'
import { pageWorld } from '../support/page-world.ts'

const open = async (world: ReturnType<typeof pageWorld>) => {
  const today = createToday(world)
  await today.load()
  return today
}

describe('the check-ins of today', () => {
  test('are those of this civil day, newest first, with their pauses', async () => {
    const world = pageWorld()
    await world.checkIn('2026-11-21T23:59[Europe/Berlin]')
    const early = await world.checkIn('2026-11-22T00:00[Europe/Berlin]', { felt: 0 })
    const late = await world.checkIn('2026-11-22T11:00[Europe/Berlin]', { cantTell: ['felt'] })
    const pause = await world.session('2026-11-22T11:02[Europe/Berlin]', { checkInId: late })
    const entries = (await open(world)).entries.value ?? []
    expect(entries.map(({ id }) => id)).toEqual([late, early])
    expect(entries[0]).toMatchObject({ felt: 'cant-tell', sessions: [{ id: pause }] })
    expect(entries[1]).toMatchObject({ felt: 0, sessions: [] })
  })

  test('keep the day on which they were lived after a flight', async () => {
    const world = pageWorld('2026-11-22T08:00[America/Los_Angeles]')
    // In Tokyo it was the 22nd when Los Angeles still had the 21st.
    const flown = await world.checkIn('2026-11-22T07:00[Asia/Tokyo]')
    const entries = (await open(world)).entries.value ?? []
    expect(entries.map(({ id }) => id)).toEqual([flown])
  })

  test('follow a check-in that is made in the popup', async () => {
    const world = pageWorld()
    const today = await open(world)
    expect(today.entries.value).toEqual([])
    await world.checkIn('2026-11-22T11:59[Europe/Berlin]')
    world.changes.announce('records')
    await vi.waitFor(() => expect(today.entries.value).toHaveLength(1))
  })

  test('that cannot be read say so, and stay as they were until they can', async () => {
    const world = pageWorld()
    await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const today = await open(world)
    world.store.problem = { kind: 'newer' }
    await today.load()
    expect(today.problem.value).toEqual({ kind: 'newer' })
    expect(today.entries.value).toHaveLength(1)
    world.store.problem = null
    await today.load()
    expect(today.problem.value).toBeNull()
  })
})

test('the button opens the check-in', () => {
  const world = pageWorld()
  createToday(world).checkIn()
  expect(world.openCheckIn).toHaveBeenCalledOnce()
})
