import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import { createAllDays } from '../../lib/app/all-days.ts'
import { readByYear } from '../../lib/app/day-slices.ts'
import { createDaySums } from '../../lib/app/day-sums.ts'
import { createUsedIds } from '../../lib/app/in-use.ts'
import { pageWorld } from '../support/page-world.ts'

const filled = async () => {
  const world = pageWorld()
  const picked = (id: string) => [{ id, guess: false }]
  await world.checkIn('2019-03-01T10:00[Europe/Berlin]', { words: picked('flat'), tags: ['home'], felt: 2 })
  await world.checkIn('2026-11-01T10:00[Europe/Berlin]', { words: picked('numb'), tags: ['work'], felt: 4 })
  await world.checkIn('2026-11-02T10:00[Europe/Berlin]', { words: picked('numb'), day: 'never', felt: 6 })
  await world.checkIn('2026-11-03T10:00[Europe/Berlin]', { day: '+012026-01-01', tags: ['work'] })
  await world.session('2026-11-03T10:00[Europe/Berlin]', { pauseId: 'hum' })
  return { world, days: createAllDays(world) }
}

test('the days are read year by year, those of no calendar too, and each once', async () => {
  const { days } = await filled()
  const read: string[] = []
  await readByYear(days, rows => read.push(rows.map(({ day }) => day).join(' ')))
  expect(read).toEqual(['+012026-01-01', '2019-03-01', '2026-11-01 2026-11-03', 'never'])
})

test('what stands in the history can be chosen, what is used most first', async () => {
  const { world, days } = await filled()
  const used = createUsedIds({ records: world.records, allDays: days })
  expect(used.inUse.value).toBeNull()
  await used.load()
  expect(used.inUse.value).toEqual({ words: ['numb', 'flat'], tags: ['work', 'home'], pauses: ['hum'] })
})

test('words and tags do not wait for the pauses', async () => {
  const { world, days } = await filled()
  const used = createUsedIds({ records: world.records, allDays: days })
  const seen: unknown[] = []
  used.inUse.subscribe(inUse => seen.push(inUse && [inUse.words[0], inUse.tags[0], inUse.pauses]))
  await used.load()
  expect(seen).toEqual([null, ['numb', 'work', null], ['numb', 'work', ['hum']]])
  await used.load()
  // What can be chosen already stays.
  expect(seen[3]).toEqual(['numb', 'work', ['hum']])
})

test('sums are read when they are wanted, and again when the days change', async () => {
  const { world, days } = await filled()
  const { sums, load } = createDaySums(days, signal(false))
  world.changes.announce('records')
  expect(sums.value).toBeNull()
  load()
  await vi.waitFor(() => expect(sums.value).toMatchObject({ checkIns: 4, felt: { middle: 4 } }))
  await world.checkIn('2026-11-04T10:00[Europe/Berlin]')
  world.changes.announce('records')
  await vi.waitFor(() => expect(sums.value?.checkIns).toBe(5))
})
