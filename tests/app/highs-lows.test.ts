/** Highs and lows as their screen sees them: read from whatever is stored, and what reached the person in counts, by what was felt that day. */
import { expect, test } from 'vitest'
import { createHighsLows } from '../../lib/app/highs-lows.ts'
import { createReflectPage } from '../../lib/app/reflect-page.ts'
import { createReflectionForm } from '../../lib/app/reflection-form.ts'
import { highLow } from '../../lib/core/highs-lows.ts'
import type { OpenReflection } from '../../lib/core/open-reflection.ts'
import type { Felt, Fields } from '../../lib/core/records.ts'
import { momentOf } from '../../lib/core/time.ts'
import { memorySlot, seededChance } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

type Written = { readonly day: string; readonly felt: readonly Felt[]; readonly fields: object }

const open = async (written: readonly Written[]) => {
  const world = pageWorld()
  const { later } = world.timers
  for (const { day, felt, fields } of written) {
    const moment = momentOf(Temporal.ZonedDateTime.from(`${day}T20:00[Europe/Berlin]`))
    await world.records.save(
      'reflections',
      world.chance.id(moment.at),
      (): Fields<'reflections'> => ({
        ...moment,
        type: 'high-low',
        fields: { ...fields },
      }),
    )
    for (const answer of felt) await world.checkIn(`${day}T12:00[Europe/Berlin]`, { felt: answer })
  }
  const reflect = createReflectPage({ ...world, later })
  const slot = memorySlot<OpenReflection>()
  const form = createReflectionForm({ ...world, chance: seededChance(5), reflect, slot, later })
  const model = createHighsLows({ ...world, reflect, form })
  await reflect.load()
  await model.load()
  return { world, reflect, form, model }
}

const days = (from: string, count: number, felt: readonly Felt[], fields: object): readonly Written[] =>
  Array.from({ length: count }, (_, place) => ({
    day: Temporal.PlainDate.from(from).add({ days: place }).toString(),
    felt,
    fields,
  }))

test('what reached is 2 or 3 of those that were answered; an answer that is missing stays missing', async () => {
  const { model } = await open([
    { day: '2026-11-01', felt: [5], fields: { high: 'a', highReach: 2, low: 'b', lowReach: null } },
    { day: '2026-11-02', felt: [5], fields: { highReach: 0, lowReach: 3 } },
    { day: '2026-11-03', felt: [], fields: { highReach: 3 } },
  ])
  expect(model.reach.value?.all).toEqual({ high: { reached: 2, of: 3 }, low: { reached: 1, of: 1 } })
  expect(model.reach.value?.canCompare).toBe(false)
})

test('a day counts by the middle of its answers, also across years; one without an answer counts in neither', async () => {
  const { model } = await open([
    ...days('2024-02-27', 5, [1, 3, 9], { highReach: 0, lowReach: 2 }),
    ...days('2026-10-01', 6, [3, 5], { highReach: 3, lowReach: 1 }),
    { day: '2026-10-20', felt: [], fields: { highReach: 1, lowReach: 1 } },
  ])
  expect(model.reach.value).toEqual({
    all: { high: { reached: 6, of: 12 }, low: { reached: 5, of: 12 } },
    little: { high: { reached: 0, of: 5 }, low: { reached: 5, of: 5 } },
    more: { high: { reached: 6, of: 6 }, low: { reached: 0, of: 6 } },
    canCompare: true,
  })
})

test('nothing is said where nothing was answered, and a day that is on no calendar is passed over', async () => {
  const { model, world } = await open([{ day: '2026-11-01', felt: [2], fields: { high: 'a' } }])
  expect(model.reach.value).toBeNull()
  await world.records.save(
    'reflections',
    'odd',
    (): Fields<'reflections'> => ({
      ...{ at: 0, zone: 'UTC', day: '2026-99-99' },
      type: 'high-low',
      fields: { highReach: 1 },
    }),
  )
  world.changes.announce('records')
  await model.load()
  await expect.poll(() => model.reach.value?.all.high.of).toBe(1)
})

test('one is written, changed and deleted, and follows at once', async () => {
  const { model, form, reflect } = await open([])
  await model.begin()
  form.write('high', 'the light')
  form.write('highReach', 3)
  await form.close()
  const [entry] = model.entries.value ?? []
  expect(entry).toMatchObject({ high: { text: 'the light', reach: 3 }, low: { text: '', reach: null } })
  await model.edit(entry?.id ?? '')
  form.write('highReach', '')
  await form.close()
  expect(model.entries.value?.[0]?.high.reach).toBeNull()
  await model.remove(entry?.id ?? '')
  expect(model.entries.value).toEqual([])
  await reflect.undo()
  expect(model.entries.value).toHaveLength(1)
})

test('whatever is stored is read, and what cannot be is empty', () => {
  const kept = { id: 'a', updatedAt: 0, origin: 'own' as const, at: 0, zone: 'UTC', day: '1970-01-01' }
  const fields = { high: 4, highReach: 4, low: ['x'], lowReach: '2' }
  expect(highLow({ ...kept, type: 'high-low', fields })).toMatchObject({
    high: { text: '', reach: null },
    low: { text: '', reach: null },
  })
  expect(highLow({ ...kept, type: 'step', fields })).toBeNull()
})
