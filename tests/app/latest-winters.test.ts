/** The latest two winters as they are read out of the days. */
import { expect, test } from 'vitest'
import { readLatestWinters } from '../../lib/app/latest-winters.ts'
import { pageWorld } from '../support/page-world.ts'

test('are lower where the days say so, and nothing is said of what cannot be read', async () => {
  const world = pageWorld('2026-04-02T12:00[Europe/Berlin]')
  for (const day of ['2024-01-10', '2025-01-10', '2026-01-10'])
    await world.checkIn(`${day}T09:00[Europe/Berlin]`, { felt: 2 })
  expect(await readLatestWinters(world)).toBe(false)
  for (const day of ['2024-07-10', '2025-07-10'])
    await world.checkIn(`${day}T09:00[Europe/Berlin]`, { felt: 6 })
  expect(await readLatestWinters(world)).toBe(true)
  world.store.problem = { kind: 'failed', name: 'TestError' }
  expect(await readLatestWinters(world)).toBe(false)
})
