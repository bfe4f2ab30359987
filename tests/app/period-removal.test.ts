/** Deleting a period: asked with a number, done when the person says so, and as if never begun when they stop it. */
import { expect, test } from 'vitest'
import { createPeriodRemoval } from '../../lib/app/period-removal.ts'
import type { StoreProblem } from '../../lib/app/ports.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { valueIn } from '../contract/assert.ts'
import { pageWorld } from '../support/page-world.ts'

const november = async () => {
  const world = pageWorld()
  for (const day of ['09', '10', '11', '12'])
    await world.checkIn(`2026-11-${day}T12:00[Europe/Berlin]`, { felt: 3 })
  await world.session('2026-11-11T12:05[Europe/Berlin]')
  const held = { now: 0, ever: 0 }
  const copies: { renewed: number; problem: StoreProblem | null } = { renewed: 0, problem: null }
  const model = createPeriodRemoval({
    whole: world.whole,
    snapshots: {
      renew: async () => {
        copies.renewed += 1
        return copies.problem ? fail(copies.problem) : ok(undefined)
      },
    },
    changes: world.changes,
    pause: async () => {},
    hold: () => {
      held.now += 1
      held.ever += 1
      return () => {
        held.now -= 1
      }
    },
  })
  const days = async () => valueIn(await world.records.days('0000-01-01', '9999-12-31')).map(({ day }) => day)
  return { ...world, model, held, days, copies }
}

test('says how many records it is before anything goes', async () => {
  const { model, days, changes } = await november()
  model.type({ from: '2026-11-10', to: '2026-11-11' })
  await model.ask()
  expect(model.step.value).toEqual({
    kind: 'asked',
    period: { from: '2026-11-10', to: '2026-11-11' },
    records: 3,
  })
  model.keep()
  expect(model.step.value).toEqual({ kind: 'ready' })
  expect([(await days()).length, changes.announced]).toEqual([4, []])
})

test('deletes both days and all between, and tells whoever shows records', async () => {
  const { model, days, changes, held, copies } = await november()
  model.type({ from: '2026-11-10' })
  model.type({ to: '2026-11-11' })
  await model.ask()
  await model.remove()
  expect(model.step.value).toEqual({ kind: 'done', records: 3, copied: false })
  expect(copies.renewed).toBe(1)
  expect(await days()).toEqual(['2026-11-09', '2026-11-12'])
  expect([changes.announced, held]).toEqual([['records'], { now: 0, ever: 1 }])
})

test('daily copies that may still hold what was deleted are said', async () => {
  const { model, copies } = await november()
  copies.problem = { kind: 'full' }
  model.type({ from: '2026-11-10', to: '2026-11-11' })
  await model.ask()
  await model.remove()
  expect(model.step.value).toEqual({ kind: 'done', records: 3, copied: true })
})

test('a day that is missing or none, or a last day before the first, is said and counts nothing', async () => {
  const { model } = await november()
  await model.ask()
  expect(model.step.value).toEqual({ kind: 'wrong' })
  for (const [from, to] of [
    ['2026-11-10', ''],
    ['', '2026-11-10'],
    ['2026-11-11', '2026-11-10'],
    ['2026-02-30', '2026-11-10'],
  ] as const) {
    model.type({ from, to })
    expect(model.step.value).toEqual({ kind: 'ready' })
    await model.ask()
    expect(model.step.value).toEqual({ kind: 'wrong' })
  }
})

test('a period without records asks nothing, and nothing is deleted that was not asked', async () => {
  const { model, days } = await november()
  model.type({ from: '2025-01-01', to: '2025-12-31' })
  await model.ask()
  expect(model.step.value).toEqual({ kind: 'nothing' })
  await model.remove()
  model.type({ from: '2026-11-01', to: '2026-11-30' })
  await model.remove()
  expect(await days()).toHaveLength(4)
})

test('stopped, it is as if it had never begun', async () => {
  const { model, days, changes, held } = await november()
  model.type({ from: '2026-11-01', to: '2026-11-30' })
  await model.ask()
  const end = model.step.subscribe(({ kind }) => {
    if (kind === 'deleting') model.stop()
  })
  await model.remove()
  end()
  expect(model.step.value).toEqual({ kind: 'stopped' })
  expect([(await days()).length, changes.announced, held.now]).toEqual([4, [], 0])
})

test('a history that fails is told', async () => {
  const { model, store, held } = await november()
  const problem = { kind: 'full' } as const
  model.type({ from: '2026-11-01', to: '2026-11-30' })
  await model.ask()
  store.problem = problem
  await model.remove()
  expect([model.step.value, held.now]).toEqual([{ kind: 'failed', problem }, 0])
  await model.ask()
  expect(model.step.value).toEqual({ kind: 'failed', problem })
})

test('a period that may be gone all the same is looked at again, and the next press brings it to its end', async () => {
  const { model, store, days, changes, copies } = await november()
  store.problem = { kind: 'full', perhapsDone: true }
  model.type({ from: '2026-11-10', to: '2026-11-11' })
  await model.ask()
  await model.remove()
  expect(model.step.value).toEqual({ kind: 'failed', problem: store.problem })
  expect([await days(), changes.announced]).toEqual([['2026-11-09', '2026-11-12'], ['records']])
  await model.ask()
  expect([model.step.value, copies.renewed]).toEqual([{ kind: 'failed', problem: store.problem }, 0])
  store.problem = null
  await model.ask()
  expect(model.step.value).toEqual({ kind: 'done', records: 3, copied: false })
  expect(copies.renewed).toBe(1)
  await model.ask()
  expect(model.step.value).toEqual({ kind: 'nothing' })
})
