/** Counting the days again by hand, on a history that can be damaged and made to fail. */
import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { expect, test } from 'vitest'
import { createDayCheck } from '../../lib/app/day-check.ts'
import { createRebuild } from '../../lib/app/rebuild.ts'
import { valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { newWorld } from '../store/world.ts'
import { memoryChanges, memoryLog } from '../support/fakes.ts'

const day = 24 * 3_600_000

const threeDays = async () => {
  const { open, name } = newWorld()
  const history = open()
  for (const number of [1, 2, 3])
    valueIn(
      await history.save('checkIns', testId(noon, number), () =>
        checkInFields(noon - number * day, { felt: 4 }),
      ),
    )
  const changes = memoryChanges()
  const log = memoryLog()
  const state = { checkDays: history.checkDays }
  const check = createDayCheck({ checkDays: ask => state.checkDays(ask), changes, log })
  return {
    history,
    changes,
    log,
    state,
    model: createRebuild({ check }),
    empty: async () => {
      const raw = await openDB(name)
      await raw.clear('days')
      raw.close()
    },
    days: async () => valueIn(await history.days('0000-01-01', '9999-12-31')).map(each => each.day),
  }
}

test('all days are right, and it says how many there are', async () => {
  const { model, log, changes } = await threeDays()
  expect(model.step.value).toEqual({ kind: 'ready' })
  await model.start()
  expect(model.step.value).toEqual({ kind: 'done', checked: 3, repaired: 0 })
  expect([log.noted, changes.announced]).toEqual([[], []])
})

test('from nothing every day comes back, and whoever shows days reads them again', async () => {
  const { model, empty, days, log, changes } = await threeDays()
  await empty()
  await model.start()
  expect(model.step.value).toEqual({ kind: 'done', checked: 3, repaired: 3 })
  expect(await days()).toHaveLength(3)
  expect([log.noted, log.names]).toEqual([['days'], ['3 put right']])
  expect(changes.announced).toEqual(['records'])
})

test('it tells how far it is', async () => {
  const { model } = await threeDays()
  const seen: unknown[] = []
  model.step.subscribe(step => seen.push(step))
  await model.start()
  expect(seen.slice(0, 3)).toEqual([
    { kind: 'ready' },
    { kind: 'running', done: 0, of: 0 },
    { kind: 'running', done: 3, of: 6 },
  ])
})

test('stopped, it can be started again', async () => {
  const { model, empty, days } = await threeDays()
  await empty()
  const end = model.step.subscribe(step => {
    if (step.kind === 'running' && step.of > 0) model.stop()
  })
  await model.start()
  expect(model.step.value).toEqual({ kind: 'stopped', repaired: 0 })
  expect(await days()).toEqual([])
  end()
  await model.start()
  expect(model.step.value).toEqual({ kind: 'done', checked: 3, repaired: 3 })
})

test('a second press while it runs starts nothing', async () => {
  const { model, state } = await threeDays()
  let calls = 0
  const real = state.checkDays
  state.checkDays = ask => {
    calls += 1
    return real(ask)
  }
  await Promise.all([model.start(), model.start()])
  expect(calls).toBe(1)
})

test('where the history cannot be read it says so, and can be tried again', async () => {
  const { model, state, history, log } = await threeDays()
  state.checkDays = async () => ({ ok: false, problem: { kind: 'failed', name: 'UnknownError' } })
  await model.start()
  expect(model.step.value).toEqual({ kind: 'failed' })
  expect([log.noted, log.names]).toEqual([['days check'], ['UnknownError']])
  state.checkDays = history.checkDays
  await model.start()
  expect(model.step.value).toEqual({ kind: 'done', checked: 3, repaired: 0 })
})
