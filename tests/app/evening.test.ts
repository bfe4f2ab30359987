/** Which evenings suit an invitation to a high and a low of the day. */
import { expect, test } from 'vitest'
import { createEveningFits } from '../../lib/app/evening.ts'
import type { Fields } from '../../lib/core/records.ts'
import { momentOf } from '../../lib/core/time.ts'
import { pageWorld } from '../support/page-world.ts'

const open = () => {
  const world = pageWorld('2026-11-22T19:00[Europe/Berlin]')
  return { world, fits: createEveningFits(world) }
}

const write = (world: ReturnType<typeof pageWorld>, iso: string, type: Fields<'reflections'>['type']) => {
  const moment = momentOf(Temporal.ZonedDateTime.from(iso))
  return world.records.save('reflections', world.chance.id(moment.at), () => ({
    ...moment,
    type,
    fields: { high: 'a' },
  }))
}

test('an evening on which nothing is known suits, and so does one after a low day', async () => {
  const { world, fits } = open()
  expect(await fits()).toBe(true)
  await world.checkIn('2026-11-21T20:00[Europe/Berlin]', { felt: 0 })
  await write(world, '2026-11-21T20:00[Europe/Berlin]', 'high-low')
  await write(world, '2026-11-22T08:00[Europe/Berlin]', 'line')
  expect(await fits()).toBe(true)
})

test.each([{ felt: 3 as const }, { cantTell: ['felt' as const] }])(
  'none after the last check-in said %j',
  async answers => {
    const { world, fits } = open()
    await world.checkIn('2026-11-22T09:00[Europe/Berlin]', { felt: 8 })
    await world.checkIn('2026-11-22T18:00[Europe/Berlin]', answers)
    expect(await fits()).toBe(false)
  },
)

test.each([
  ['whose time is not known', '2026-11-22T12:00[Europe/Berlin]', { precision: 'day' }],
  ['that is still to come', '2026-11-22T20:00[Europe/Berlin]', {}],
] as const)('a check-in %s changes nothing of what the last one said', async (_, when, odd) => {
  const { world, fits } = open()
  await world.checkIn('2026-11-22T11:00[Europe/Berlin]', { felt: 2 })
  await world.checkIn(when, { felt: 8, ...odd })
  expect(await fits()).toBe(false)
})

test('none once a high and a low of the day are written', async () => {
  const { world, fits } = open()
  await write(world, '2026-11-22T00:00[Europe/Berlin]', 'high-low')
  expect(await fits()).toBe(false)
})

test('none where the history cannot be read', async () => {
  const { world, fits } = open()
  world.store.problem = { kind: 'failed', name: 'UnknownError' }
  expect(await fits()).toBe(false)
})
