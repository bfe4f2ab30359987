/** How far away things feel now, as the day's latest check-in said. */
import { expect, test } from 'vitest'
import { createFarToday } from '../../lib/app/far-today.ts'
import { pageWorld } from '../support/page-world.ts'

const open = async (world: ReturnType<typeof pageWorld>) => {
  const { far, load } = createFarToday(world)
  await load()
  return far.value
}

test('is what the latest check-in of the day said, the whole day long', async () => {
  const world = pageWorld('2026-11-22T19:00[Europe/Berlin]')
  expect(await open(world)).toBeNull()
  await world.checkIn('2026-11-21T20:00[Europe/Berlin]', { far: 3 })
  expect(await open(world)).toBeNull()
  await world.checkIn('2026-11-22T09:00[Europe/Berlin]', { far: 2 })
  expect(await open(world)).toBe(2)
  await world.checkIn('2026-11-22T10:00[Europe/Berlin]', { far: 1 })
  expect(await open(world)).toBe(1)
})

test('is what was said this day in a zone whose day began earlier', async () => {
  const world = pageWorld('2026-11-22T09:00[Europe/Berlin]')
  await world.checkIn('2026-11-22T07:00[Asia/Tokyo]', { far: 3 })
  expect(await open(world)).toBe(3)
})

test.each([
  ['whose time is not known', '2026-11-22T12:00[Europe/Berlin]', { precision: 'day' }],
  ['that is still to come', '2026-11-23T15:00[Europe/Berlin]', {}],
] as const)('is not changed by a check-in %s', async (_, when, odd) => {
  const world = pageWorld('2026-11-22T15:00[Europe/Berlin]')
  await world.checkIn('2026-11-22T11:00[Europe/Berlin]', { far: 3 })
  await world.checkIn(when, odd)
  expect(await open(world)).toBe(3)
})
