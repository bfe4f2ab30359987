/** The lock where something fails in the middle of a change: what is said is true, what opened it still does, and nothing goes that could be saved. */
import { expect, test } from 'vitest'
import { type LockHeader, readLockHeader } from '../../lib/core/lock.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { lockKey } from '../../lib/store/lock-key.ts'
import { memoryValues } from '../../lib/store/memory-values.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { isRenewing } from '../../lib/store/renewing.ts'
import { problemIn, valueIn } from '../contract/assert.ts'
import { testChance, testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { anyLock, lockPage, passphrase, putLock } from '../support/lock-world.ts'
import { load, newWorld } from './world.ts'

const chance = testChance()
const byPassphrase = { kind: 'passphrase', text: passphrase } as const
const byCode = async () => ({ kind: 'code', text: (await anyLock()).code ?? '' }) as const

/** A lock that is on and open, before two check-ins; further pages share what the browser holds. */
const lockedHistory = async () => {
  const world = newWorld()
  const history = world.open()
  const session = memoryValues()
  const pageOn = (seen: OpenHistory = history, more: Partial<Parameters<typeof lockPage>[1]> = {}) =>
    lockPage(seen, { keyValue: world.keyValue, clock: world.clock, chance, session, ...more })
  const page = pageOn()
  for (const number of [1, 2])
    valueIn(
      await history.save('checkIns', testId(noon, number), () => checkInFields(noon, { note: 'heron' })),
    )
  await putLock(page, history)
  const rowOf = async (number: number) => valueIn(await history.get('checkIns', testId(noon, number)))
  /** What the database holds of it cannot be opened; the second copy still has it. */
  const damage = async (number: number) =>
    load(world.name, { checkIns: [{ ...(await rowOf(number)), sealed: '1.BBBB' }] })
  return { world, history, page, pageOn, rowOf, damage }
}

test('a new code is told at once: it waits for no daily copy, which are made anew later where this is cut off', async () => {
  const { world, history, pageOn } = await lockedHistory()
  const page = pageOn(history, { renewCopies: () => new Promise(() => {}) })
  const code = valueIn(await page.lock.renewCode(byPassphrase))
  expect(await isRenewing(world.keyValue)).toBe(true)
  valueIn(await page.lock.unlock({ kind: 'code', text: code }))
  await world.wipe()
}, 30_000)

test('where it cannot be kept that copies are to be made anew, nothing was changed, as is said', async () => {
  const { world, history, pageOn } = await lockedHistory()
  const renewLater = async () => {
    throw new Error('full')
  }
  const page = pageOn(history, { renewLater })
  expect(problemIn(await page.lock.renewCode(byPassphrase)).kind).toBe('failed')
  expect(problemIn(await page.lock.changePassphrase(byPassphrase, 'a newer one')).kind).toBe('failed')
  valueIn(await page.lock.unlock(await byCode()))
  valueIn(await page.lock.unlock(byPassphrase))
  await world.wipe()
}, 30_000)

test('a way in that the copy read first has lost is taken from the other, and what opened it stays', async () => {
  for (const lost of ['code', 'passphrase'] as const) {
    const { world, page } = await lockedHistory()
    await page.lock.lock()
    const header = readLockHeader((await world.keyValue.get([lockKey]))[lockKey]) as LockHeader
    const ways = header.ways.filter(({ kind }) => kind !== lost)
    await world.keyValue.set({ [lockKey]: { ...header, ways } })
    valueIn(await page.lock.unlock(lost === 'code' ? byPassphrase : await byCode()))
    expect((await page.lock.facts()).wasChanged).toBe(true)
    valueIn(await page.lock.unlock(await byCode()))
    valueIn(await page.lock.unlock(byPassphrase))
    await world.wipe()
  }
}, 60_000)

test('somebody else’s wish to take it off is not followed where it cannot be set right at unlocking', async () => {
  const { world, history, page, pageOn, rowOf } = await lockedHistory()
  await page.lock.lock()
  valueIn(await history.changeLock(header => ({ ...(header as LockHeader), state: 'opening' })))
  const full = pageOn({ ...history, changeLock: async () => fail({ kind: 'full' }) })
  expect(problemIn(await full.lock.unlock(byPassphrase))).toEqual({ kind: 'full' })
  expect((await page.lock.facts()).state).toBe('locked')

  // Nor where a page holds the key already.
  valueIn(await page.lock.unlock(byPassphrase))
  valueIn(await history.changeLock(header => ({ ...(header as LockHeader), state: 'opening' })))
  valueIn(await page.lock.finish({}, 'care'))
  expect(await page.lock.facts()).toMatchObject({ state: 'unlocked', unfinished: null, wasChanged: true })
  expect(await rowOf(1)).toHaveProperty('sealed')
  await world.wipe()
}, 30_000)

test('nothing goes while the second copy could not be asked for it', async () => {
  const { world, history, pageOn, rowOf, damage } = await lockedHistory()
  await damage(1)
  let refuses = true
  const whole = {
    ...history.whole,
    putRight: () =>
      refuses
        ? Promise.resolve(fail({ kind: 'failed', name: 'TimeoutError' } as const))
        : history.whole.putRight(),
  }
  const page = pageOn({ ...history, whole })
  expect(problemIn(await page.lock.turnOff(byPassphrase))).toEqual({ kind: 'failed', name: 'TimeoutError' })
  expect(await page.lock.facts()).toMatchObject({ state: 'unlocked', unfinished: 'off' })
  refuses = false
  expect(valueIn(await page.lock.finish())).toEqual({ isDone: true, unopened: 0 })
  expect(await rowOf(1)).toMatchObject({ note: 'heron' })
  await world.wipe()
}, 30_000)

test('what nothing can open is given up by a person alone, who is told how much it is', async () => {
  const { world, history, page, pageOn, rowOf } = await lockedHistory()
  valueIn(await history.save('checkIns', testId(noon, 1), now => ({ ...now, sealed: '1.AAAA' }) as never))
  const stopped = new AbortController()
  stopped.abort()
  expect(valueIn(await page.lock.turnOff(byPassphrase, { signal: stopped.signal })).isDone).toBe(false)
  expect(valueIn(await page.lock.finish({}, 'care')).isDone).toBe(false)
  expect(await page.lock.facts()).toMatchObject({ state: 'unlocked', unfinished: 'off' })
  expect(await rowOf(1)).toHaveProperty('sealed')

  // Also where another page wrote meanwhile, so that a second round finds nothing more.
  let refused = 0
  const slow = pageOn({
    ...history,
    changeLock: change => (refused++ === 0 ? Promise.resolve(ok(false)) : history.changeLock(change)),
  })
  expect(valueIn(await slow.lock.finish())).toEqual({ isDone: true, unopened: 1 })
  expect(refused).toBe(2)
  expect(await rowOf(2)).toMatchObject({ note: 'heron' })
  await world.wipe()
}, 30_000)
