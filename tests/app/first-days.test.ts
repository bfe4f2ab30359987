/** What Today says in the first days: what is of use, one thing a day, each on one day alone, and nothing to who knows the way. */
import { expect, test } from 'vitest'
import { createFirstDays } from '../../lib/app/first-days.ts'
import { firstDaysEnd, readSaid } from '../../lib/core/first-days.ts'
import { createSlot } from '../../lib/platform/slots.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { createSettingsStore } from '../../lib/store/settings.ts'
import { memoryKeyValue, testClock } from '../contract/fakes.ts'

const day = 86_400_000

const world = async () => {
  const clock = testClock()
  const values = memoryKeyValue()
  const settings = createSettingsStore(values, memoryLocks(), clock)
  await settings.change(current => ({
    ...current,
    nudges: { ...current.nudges, mode: { kind: 'random', perDay: 3 } },
  }))
  const facts: { checkIns: number; pinned: boolean | null } = { checkIns: 1, pinned: false }
  /** A page that is opened anew. */
  const page = () =>
    createFirstDays({
      said: createSlot(values, 'first-days', readSaid),
      settings,
      checkIns: async () => facts.checkIns,
      pinned: async () => facts.pinned,
      clock,
      family: 'firefox',
    })
  const shown = async () => {
    const model = page()
    await model.load()
    return model.thing.value
  }
  return { clock, values, settings, facts, page, shown }
}

test('one thing a day, the same all day, and each on one day alone', async () => {
  const { clock, shown } = await world()
  const days: unknown[] = []
  for (let at = 0; at < 5; at += 1) {
    const thing = await shown()
    expect(await shown()).toBe(thing)
    days.push(thing)
    clock.forward(day)
  }
  expect(days).toEqual(['import', 'pin', 'test', null, null])
})

test('nothing is said before the first check-in, nor to who knows the way', async () => {
  const { facts, shown } = await world()
  facts.checkIns = 0
  expect(await shown()).toBeNull()
  facts.checkIns = firstDaysEnd
  expect(await shown()).toBeNull()
})

test('what is of no use is left out: a button in sight or not known, reminders that are off, an import for a history that is begun', async () => {
  const { clock, facts, settings, shown } = await world()
  facts.checkIns = 5
  facts.pinned = null
  expect(await shown()).toBe('test')
  clock.forward(day)
  facts.pinned = true
  expect(await shown()).toBeNull()
  await settings.change(current => ({ ...current, nudges: { ...current.nudges, mode: { kind: 'off' } } }))
  facts.pinned = false
  expect(await shown()).toBe('pin')
  facts.pinned = true
  expect(await shown()).toBeNull()
})

test('put away, nothing more is said on that day, and the next thing on the next', async () => {
  const { clock, page, shown } = await world()
  const model = page()
  await model.load()
  await model.putAway()
  expect(model.thing.value).toBeNull()
  await model.load()
  expect(model.thing.value).toBeNull()
  expect(await shown()).toBeNull()
  clock.forward(day)
  expect(await shown()).toBe('pin')
})

test('whatever is stored, a page stands: what is no day of a thing is not there', async () => {
  const { values, shown } = await world()
  for (const stored of [7, 'x', null, [], { pin: 3 }, { import: { on: 'x' } }]) {
    await values.set({ 'first-days': stored })
    expect(await shown()).toBe('import')
  }
})
