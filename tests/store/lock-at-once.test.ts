/** The lock where two do something to it at once, or one of them only by half: no answer is left that nothing opens, and no passphrase comes back or is lost. */
import { expect, test } from 'vitest'
import { memoryValues } from '../../lib/store/memory-values.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { sealedRecords } from '../../lib/store/sealed-records.ts'
import { problemIn, valueIn } from '../contract/assert.ts'
import { testChance, testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { anyLock, lockPage, passphrase, putLock } from '../support/lock-world.ts'
import { dump, newWorld, type World } from './world.ts'

const chance = testChance()
const byPassphrase = { kind: 'passphrase', text: passphrase } as const

const newHistory = async (world: World): Promise<OpenHistory> => {
  const history = world.open()
  for (const number of [1, 2])
    valueIn(await history.save('checkIns', testId(noon, number), () => checkInFields(noon, { note: 'a' })))
  return history
}

const pageOf = (world: World, history: Parameters<typeof lockPage>[0], session = memoryValues()) =>
  lockPage(history, { keyValue: world.keyValue, clock: world.clock, chance, session })

const sealedOf = async ({ name }: World): Promise<readonly boolean[]> =>
  ((await dump(name))['checkIns'] ?? []).map(row => 'sealed' in (row as object))

test('another passphrase stays where everything is still being encrypted', async () => {
  const world = newWorld()
  const history = await newHistory(world)
  const page = pageOf(world, history)
  const { header, dataKey } = await anyLock()
  await page.keyring.hold(header, dataKey)
  valueIn(await history.changeLock(() => header))
  let changed: ReturnType<typeof page.lock.changePassphrase> | null = null
  const pause = async () => {
    changed ??= page.lock.changePassphrase(byPassphrase, 'a newer one')
    await changed
  }
  expect(valueIn(await page.lock.finish({ pause })).isDone).toBe(true)
  expect(await page.lock.facts()).toMatchObject({ state: 'unlocked', unfinished: null })
  await page.lock.lock()
  expect(problemIn(await page.lock.unlock(byPassphrase))).toEqual({ kind: 'wrong' })
  valueIn(await page.lock.unlock({ kind: 'passphrase', text: 'a newer one' }))
  await world.wipe()
}, 30_000)

test('nothing that was begun before brings back a lock that was taken off', async () => {
  const world = newWorld()
  const history = await newHistory(world)
  const session = memoryValues()
  const page = pageOf(world, history, session)
  await putLock(page, history)
  // The other page has read the header, and writes it once the lock is gone.
  const late = (deed: Promise<unknown>): typeof history => ({
    ...history,
    changeLock: async change => {
      await deed
      return history.changeLock(change)
    },
  })
  const off = page.lock.turnOff(byPassphrase)
  const other = pageOf(world, late(off), session)
  const [, minutes, changed] = await Promise.all([
    off,
    other.lock.setMinutes(5),
    other.lock.changePassphrase(byPassphrase, 'a newer one'),
  ])
  for (const result of [minutes, changed])
    expect(problemIn(result)).toEqual({ kind: 'failed', name: 'InvalidStateError' })
  expect((await page.lock.facts()).state).toBe('none')
  expect(await sealedOf(world)).toEqual([false, false])
  await world.wipe()
}, 30_000)

test('an answer that was encrypted before is opened too where it comes while the lock is taken off', async () => {
  const world = newWorld()
  const history = await newHistory(world)
  const session = memoryValues()
  const page = pageOf(world, history, session)
  await putLock(page, history)
  const sealer = await page.lock.gate()
  const unaware = sealedRecords(world.open(), async () => sealer)
  let calls = 0
  const turning = pageOf(
    world,
    {
      ...history,
      changeLock: async change => {
        calls += 1
        // Everything was rewritten, and the header is about to go.
        if (calls === 2)
          valueIn(
            await unaware.save('checkIns', testId(noon, 9), () => checkInFields(noon, { note: 'late' })),
          )
        return history.changeLock(change)
      },
    },
    session,
  )
  valueIn(await turning.lock.turnOff(byPassphrase))
  expect((await turning.lock.facts()).state).toBe('none')
  expect(await sealedOf(world)).toEqual([false, false, false])
  expect(valueIn(await history.get('checkIns', testId(noon, 9)))).toMatchObject({ note: 'late' })
  await world.wipe()
}, 30_000)

test('kept by half, it is turned on: what opens it is told, the page knows of it, and its end writes the other half', async () => {
  const world = newWorld()
  const history = await newHistory(world)
  const session = memoryValues()
  const full = { ok: false, problem: { kind: 'full' } } as const
  const page = pageOf(
    world,
    {
      ...history,
      changeLock: async change => {
        const header = await change(null, null)
        if (header) await world.keyValue.set({ lock: header })
        return full
      },
    },
    session,
  )
  // Read before there was one.
  expect(await page.lock.gate()).toBe(null)
  const { code } = valueIn(await page.lock.turnOn({ passphrase, withCode: true, minutes: 15 }))
  valueIn(
    await sealedRecords(history, page.lock.gate).save('checkIns', testId(noon, 3), () =>
      checkInFields(noon, { note: 'b' }),
    ),
  )
  const again = pageOf(world, history, session)
  expect(valueIn(await again.lock.finish()).isDone).toBe(true)
  await again.lock.lock()
  valueIn(await again.lock.unlock({ kind: 'code', text: code ?? '' }))
  expect(await sealedOf(world)).toEqual([true, true, true])
  expect((await dump(world.name))['meta']).toContainEqual(
    expect.objectContaining({ id: 'lock', header: expect.objectContaining({ state: 'on' }) }),
  )
  await world.wipe()
}, 30_000)

test('not kept at all, there is none, and its key is forgotten', async () => {
  const world = newWorld()
  const history = await newHistory(world)
  const session = memoryValues()
  const full = { ok: false, problem: { kind: 'full' } } as const
  const page = pageOf(world, { ...history, changeLock: async () => full }, session)
  expect(problemIn(await page.lock.turnOn({ passphrase, withCode: true, minutes: 15 }))).toEqual({
    kind: 'full',
  })
  expect((await page.lock.facts()).state).toBe('none')
  expect(await session.keys()).not.toContain('lock-key')
  await world.wipe()
}, 30_000)

test('where Thaw was killed between the two copies of the header, the one that was written first holds', async () => {
  const world = newWorld()
  const history = await newHistory(world)
  const header = await putLock(pageOf(world, history), history)
  await world.keyValue.set({ lock: { ...header, state: 'on', minutes: 60 } })
  valueIn(await history.mendLock())
  expect((await dump(world.name))['meta']).toContainEqual(
    expect.objectContaining({ id: 'lock', header: { ...header, state: 'on', minutes: 60 } }),
  )
  await world.wipe()
})

test('while everything is still being encrypted, a record can be deleted, and that taken back', async () => {
  const world = newWorld()
  const history = await newHistory(world)
  const page = pageOf(world, history)
  const { header, dataKey } = await anyLock()
  await page.keyring.hold(header, dataKey)
  valueIn(await history.changeLock(() => header))
  const records = sealedRecords(history, page.lock.gate)
  const [first, second] = [testId(noon, 1), testId(noon, 2)]
  const until = world.clock.now().epochMilliseconds + 10_000
  for (const id of [first, second]) valueIn(await records.remove('checkIns', id, until))
  expect(valueIn(await records.undoRemove('checkIns', first))).toBe(true)
  expect(valueIn(await records.all('checkIns')).map(({ id }) => id)).toEqual([first])
  // Whoever has not heard of the lock writes nothing in the clear.
  const unaware = await history.save('checkIns', first, current => current && { ...current, note: 'b' })
  expect(problemIn(unaware)).toEqual({ kind: 'failed', name: 'NotAllowedError' })
  expect(valueIn(await page.lock.finish()).isDone).toBe(true)
  expect(await sealedOf(world)).toEqual([true, true])
  world.clock.forward(11_000)
  valueIn(await records.settleRemovals())
  expect(valueIn(await records.all('checkIns'))).toMatchObject([{ id: first, note: 'a' }])
  await world.wipe()
}, 30_000)
