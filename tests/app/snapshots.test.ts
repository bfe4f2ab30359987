/** What did I have yesterday: a copy is read back, met with the history, brought back by choice, and that can be taken back. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSnapshotCare } from '../../lib/app/snapshot-care.ts'
import type { RestoreStep } from '../../lib/app/snapshots.ts'
import type { Felt, Id } from '../../lib/core/records.ts'
import { valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, edited, noon, nudgeFields } from '../contract/samples.ts'
import { memoryLog } from '../support/fakes.ts'
import { snapshotWorld } from '../support/snapshot-world.ts'

const found = (step: RestoreStep) => {
  if (step.kind !== 'found') throw new Error(`It is ${step.kind}`)
  return step
}

const foundIn = (step: RestoreStep) => found(step).plan

type World = ReturnType<typeof snapshotWorld>

const felt = async ({ records }: World, id: Id) => valueIn(await records.get('checkIns', id))?.felt ?? null

const remove = async ({ records, clock }: World, id: Id) => {
  valueIn(await records.remove('checkIns', id, clock.now().epochMilliseconds + 10_000))
  clock.advance(20_000)
  valueIn(await records.settleRemovals())
}

const threeAndADay = async () => {
  const world = snapshotWorld()
  const [kept, changed, gone] = [
    await world.checkIn('2026-11-20T10:00[Europe/Berlin]', { felt: 1 }),
    await world.checkIn('2026-11-20T11:00[Europe/Berlin]', { felt: 2, note: 'as it was' }),
    await world.checkIn('2026-11-20T12:00[Europe/Berlin]', { felt: 3 }),
  ]
  const name = await world.aDay()
  valueIn(await world.records.save('checkIns', changed, edited({ felt: 9, note: 'other' })))
  await remove(world, gone)
  const added = await world.checkIn('2026-11-23T10:00[Europe/Berlin]', { felt: 7 })
  await world.model.load()
  return { world, model: world.model, name, kept, changed, gone, added }
}

test('what it would come to is said before anything changes', async () => {
  const { world, model, name, changed, gone } = await threeAndADay()
  await model.look(name)
  expect(foundIn(model.step.value)).toEqual({ returned: 1, changed: 1, same: 1, stays: 1 })
  expect(await felt(world, changed)).toBe(9)
  expect(await felt(world, gone)).toBe(null)
  expect(world.changes.announced).toEqual([])
  model.stop()
  expect(model.step.value).toEqual({ kind: 'ready' })
})

test('its settings are taken over where they are asked for, and what else it holds waits', async () => {
  const { world, model, name } = await threeAndADay()
  await model.takeSettings()
  await model.look(name)
  const before = found(model.step.value)
  expect([before.settings, world.taken]).toEqual([null, []])
  await model.takeSettings()
  expect(world.taken).toEqual([await world.settings.read()])
  expect(model.step.value).toEqual({ ...before, settings: true })
  world.taken.refuses = true
  await model.takeSettings()
  expect(found(model.step.value).settings).toBe(false)
  await model.restore()
  expect(model.step.value).toMatchObject({ kind: 'done', brought: 2 })
})

test('made anew, one copy of what is here is all that there is', async () => {
  const { world, model } = await threeAndADay()
  expect(model.list.value).toHaveLength(1)
  await world.aDay()
  await model.renew()
  expect(model.step.value).toEqual({ kind: 'renewed' })
  expect(model.list.value).toMatchObject([{ state: 'whole' }])
  const kept = [...world.files.kept.values()].map(bytes => new TextDecoder().decode(bytes))
  expect([kept.length, kept.join().includes('as it was'), world.held.now]).toEqual([1, false, 0])
  world.files.dieAfter(0)
  await model.renew()
  expect(model.step.value).toMatchObject({ kind: 'failed' })
  expect(model.list.value).toHaveLength(1)
})

test('brings back what was deleted and changed since, and leaves what was added', async () => {
  const { world, model, name, kept, changed, gone, added } = await threeAndADay()
  await model.look(name)
  await model.restore()
  expect(model.step.value).toMatchObject({ kind: 'done', brought: 2 })
  const all = await Promise.all([kept, changed, gone, added].map(id => felt(world, id)))
  expect(all).toEqual([1, 2, 3, 7])
  expect(valueIn(await world.records.get('checkIns', changed))?.note).toBe('as it was')
  expect(world.changes.announced).toEqual(['records'])
  expect(valueIn(await world.whole.imports())).toMatchObject([{ format: 'snapshot', added: 0, changed: 2 }])
  await model.look(name)
  expect(foundIn(model.step.value)).toEqual({ returned: 0, changed: 0, same: 3, stays: 1 })
})

test('and that can be taken back', async () => {
  const { world, model, name, changed, gone, added } = await threeAndADay()
  await model.look(name)
  await model.restore()
  await model.takeBack()
  expect(model.step.value).toEqual({ kind: 'taken-back' })
  expect(await Promise.all([changed, gone, added].map(id => felt(world, id)))).toEqual([9, null, 7])
  expect(world.held).toEqual({ now: 0, ever: 3 })
})

test('but not once something of it was changed again', async () => {
  const { world, model, name, changed } = await threeAndADay()
  await model.look(name)
  await model.restore()
  valueIn(await world.records.save('checkIns', changed, edited({ felt: 5 })))
  await model.takeBack()
  expect(model.step.value).toEqual({ kind: 'changed-since' })
  expect(await felt(world, changed)).toBe(5)
})

test('an answer given between looking and bringing back stands', async () => {
  const { world, model, name, changed } = await threeAndADay()
  await model.look(name)
  world.clock.advance(1_000)
  valueIn(await world.records.save('checkIns', changed, edited({ felt: 10 })))
  await model.restore()
  expect(await felt(world, changed)).toBe(10)
  expect(model.step.value).toMatchObject({ kind: 'done', brought: 1 })
})

test('where all of it was answered anew meanwhile, nothing is said to be back', async () => {
  const { world, model, name, changed, gone } = await threeAndADay()
  await model.look(name)
  world.clock.advance(1_000)
  for (const id of [changed, gone])
    valueIn(await world.records.save('checkIns', id, () => checkInFields(noon, { felt: 10 })))
  await model.restore()
  expect(model.step.value).toEqual({ kind: 'changed-since' })
  expect([await felt(world, changed), await felt(world, gone)]).toEqual([10, 10])
})

test('one that was being deleted when the copy was taken stays deleted', async () => {
  const world = snapshotWorld()
  const id = await world.checkIn('2026-11-20T10:00[Europe/Berlin]', { felt: 1 })
  valueIn(await world.records.remove('checkIns', id, world.clock.now().epochMilliseconds + 10_000))
  const name = await world.aDay()
  valueIn(await world.records.settleRemovals())
  await world.model.load()
  await world.model.look(name)
  expect(foundIn(world.model.step.value)).toEqual({ returned: 0, changed: 0, same: 0, stays: 0 })
})

test('the log of reminders is not told as it was before they came', async () => {
  const world = snapshotWorld()
  const id = testId(1_700_000_000_000, 1)
  const planned = nudgeFields(1_700_000_000_000)
  valueIn(await world.records.save('nudges', id, () => planned))
  const name = await world.aDay()
  valueIn(
    await world.records.save('nudges', id, () => nudgeFields(1_700_000_000_000, { outcome: 'answered' })),
  )
  await world.model.load()
  await world.model.look(name)
  expect(foundIn(world.model.step.value)).toEqual({ returned: 0, changed: 0, same: 1, stays: 0 })
})

test('every copy is read back, and one that is damaged or missing says so and is not used', async () => {
  const world = snapshotWorld()
  await world.checkIn('2026-11-20T10:00[Europe/Berlin]', { felt: 1 })
  const [gone, hurt, whole] = [await world.aDay(), await world.aDay(), await world.aDay()]
  world.files.kept.delete(gone)
  const bytes = world.files.kept.get(hurt)
  if (bytes) bytes[40] = 0
  await world.model.load()
  expect(world.model.list.value?.map(({ name, state, records }) => [name, state, records])).toEqual([
    [whole, 'whole', 1],
    [hurt, 'damaged', 1],
    [gone, 'missing', 1],
  ])
  for (const name of [hurt, gone]) {
    await world.model.look(name)
    expect(world.model.step.value).toEqual({ kind: 'unusable' })
  }
  await world.model.look(whole)
  expect(foundIn(world.model.step.value).same).toBe(1)
})

test('what cannot be read of a copy is told with its line, and the rest can be brought back', async () => {
  const world = snapshotWorld()
  await world.checkIn('2026-11-20T10:00[Europe/Berlin]', { felt: 1 })
  const gone = await world.checkIn('2026-11-20T11:00[Europe/Berlin]', { felt: 2 })
  const long = await world.checkIn('2026-11-20T12:00[Europe/Berlin]', { note: 'n'.repeat(20_001) })
  const name = await world.aDay()
  for (const id of [gone, long]) await remove(world, id)
  await world.model.load()
  await world.model.look(name)
  expect(found(world.model.step.value)).toMatchObject({
    plan: { returned: 1, same: 1 },
    unreadable: [{ line: 5, reason: 'too-long', field: 'note' }],
  })
  await world.model.restore()
  expect([await felt(world, gone), await felt(world, long)]).toEqual([2, null])
})

test('a record that the copy holds, though it cannot be read of it, was not added since then', async () => {
  const world = snapshotWorld()
  await world.checkIn('2026-11-20T11:00[Europe/Berlin]', { note: 'n'.repeat(20_001) })
  const name = await world.aDay()
  await world.checkIn('2026-11-23T10:00[Europe/Berlin]', { felt: 7 })
  await world.model.load()
  await world.model.look(name)
  expect(foundIn(world.model.step.value)).toEqual({ returned: 0, changed: 0, same: 0, stays: 1 })
})

test('damaged after the list was read, it is not used either', async () => {
  const { world, model, name } = await threeAndADay()
  const bytes = world.files.kept.get(name)
  if (bytes) bytes[40] = 0
  await model.look(name)
  expect(model.step.value).toEqual({ kind: 'unusable' })
  expect(model.list.value?.[0]?.state).toBe('damaged')
})

test('stopped while it reads, it is as if it had never begun', async () => {
  const { world, model, name } = await threeAndADay()
  const end = model.step.subscribe(step => {
    if (step.kind === 'reading' && step.of > 0) model.stop()
  })
  await model.look(name)
  end()
  expect(model.step.value).toEqual({ kind: 'stopped' })
  expect(world.held.now).toBe(0)
  await model.look(name)
  expect(foundIn(model.step.value).returned).toBe(1)
})

test('a history that cannot be read or written is told, and nothing changed', async () => {
  const { world, model, name, gone } = await threeAndADay()
  const problem = { kind: 'failed', name: 'UnknownError' } as const
  world.store.problem = problem
  await model.look(name)
  expect(model.step.value).toEqual({ kind: 'failed', problem })
  world.store.problem = null
  await model.look(name)
  world.store.problem = problem
  await model.restore()
  expect(model.step.value).toEqual({ kind: 'failed', problem })
  world.store.problem = null
  expect(await felt(world, gone)).toBe(null)
})

test('one that may be back all the same is shown, and another look finds nothing left to bring back', async () => {
  const { world, model, name, gone } = await threeAndADay()
  await model.look(name)
  world.store.problem = { kind: 'full', perhapsDone: true }
  await model.restore()
  expect(model.step.value).toEqual({ kind: 'failed', problem: world.store.problem })
  expect([await felt(world, gone), world.changes.announced]).toEqual([3, ['records']])
  world.store.problem = null
  await model.look(name)
  expect(foundIn(model.step.value)).toMatchObject({ returned: 0, changed: 0 })
})

test('whatever was done since, everything in the copy is as it was, and nothing else is gone', async () => {
  const number = fc.integer({ min: 0, max: 4 })
  const deed = fc.oneof(
    fc.tuple(fc.constant('change' as const), number, fc.integer({ min: 0, max: 10 })),
    fc.tuple(fc.constant('remove' as const), number, fc.constant(0)),
    fc.tuple(fc.constant('add' as const), number, fc.integer({ min: 0, max: 10 })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 8 }), fc.array(deed, { maxLength: 8 }), async (one, two) => {
      const world = snapshotWorld()
      const ids: Id[] = []
      const act = async (deeds: typeof one) => {
        for (const [kind, place, value] of deeds) {
          const id = ids[place % Math.max(1, ids.length)]
          if (kind === 'add')
            ids.push(await world.checkIn('2026-11-20T10:00[Europe/Berlin]', { felt: value as Felt }))
          else if (id !== undefined && kind === 'remove') await remove(world, id)
          else if (id !== undefined)
            valueIn(await world.records.save('checkIns', id, edited({ felt: value as Felt })))
        }
      }
      const state = async () =>
        new Map(await Promise.all(ids.map(async id => [id, await felt(world, id)] as const)))
      await act(one)
      const then = await state()
      const name = await world.aDay()
      await act(two)
      const before = await state()
      await world.model.load()
      await world.model.look(name)
      await world.model.restore()
      const after = await state()
      for (const id of ids) expect(after.get(id)).toBe(then.get(id) ?? before.get(id))
      await world.model.takeBack()
      expect(await state()).toEqual(before)
    }),
    { numRuns: 40 },
  )
})

test('the background takes one a day, once something was written, and notes what went wrong', async () => {
  const world = snapshotWorld()
  const log = memoryLog()
  const care = createSnapshotCare({ snapshots: world.snapshots, log })
  await care()
  expect(world.files.kept.size).toBe(0)
  await world.wrote()
  await care()
  await world.wrote()
  await care()
  expect(world.files.kept.size).toBe(1)
  world.clock.advance(24 * 3_600_000)
  world.store.problem = { kind: 'failed', name: 'UnknownError' }
  await care()
  expect([log.noted, log.names]).toEqual([['snapshot'], ['UnknownError']])
  world.store.problem = null
  await care()
  expect(world.files.kept.size).toBe(2)
})
