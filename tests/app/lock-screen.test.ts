/** The screen of a locked Thaw: what opens it, what is said where it does not, and that a try leaves nothing behind. */
import { expect, test } from 'vitest'
import type { ErasePartModel } from '../../lib/app/erase-part.ts'
import { createLockScreen } from '../../lib/app/lock-screen.ts'
import { memoryLog } from '../support/fakes.ts'
import { memoryCode, memoryLock } from '../support/memory-lock.ts'

const passphrase = 'slow thaw in march'

const lockedWorld = async ({
  withCode = true,
  adopt,
}: {
  readonly withCode?: boolean
  readonly adopt?: () => Promise<boolean>
} = {}) => {
  const { lock, state, calls } = memoryLock()
  await lock.turnOn({ passphrase, withCode, minutes: 15 })
  await lock.lock()
  calls.length = 0
  const log = memoryLog()
  const seen = { opened: 0, checkIns: 0, erase: 0 }
  const model = createLockScreen({
    lock,
    log,
    ...(adopt && { adopt }),
    openCheckIn: () => {
      seen.checkIns += 1
    },
    loadErase: async () => {
      seen.erase += 1
      return {} as ErasePartModel
    },
    onOpen: () => {
      seen.opened += 1
    },
  })
  const { unlock } = model
  const kinds: string[] = []
  unlock.step.subscribe(({ kind }) => void kinds.push(kind))
  return { lock, state, calls, log, seen, model, unlock, kinds }
}

test('the passphrase opens it, for everyone', async () => {
  const { lock, unlock, kinds, seen } = await lockedWorld()
  await unlock.load()
  await unlock.unlock(passphrase)
  expect(kinds).toEqual(['ready', 'trying', 'open'])
  expect((await lock.facts()).state).toBe('unlocked')
  expect(seen.opened).toBe(1)
})

test('another one does not, is not counted, and can be followed by any number of tries', async () => {
  const { lock, unlock, seen, log } = await lockedWorld()
  for (let tries = 0; tries < 30; tries += 1) {
    await unlock.unlock('slow thaw in April')
    expect(unlock.step.value).toEqual({ kind: 'wrong', way: 'passphrase' })
  }
  expect((await lock.facts()).state).toBe('locked')
  expect([seen.opened, log.noted]).toEqual([0, []])
  await unlock.unlock(passphrase)
  expect(unlock.step.value.kind).toBe('open')
})

test('the recovery code opens it however it is typed, where there is one', async () => {
  const { unlock } = await lockedWorld()
  expect(unlock.hasCode.value).toBe(false)
  await unlock.load()
  expect(unlock.hasCode.value).toBe(true)
  unlock.choose('code')
  await unlock.unlock(passphrase)
  expect(unlock.step.value).toEqual({ kind: 'wrong', way: 'code' })
  await unlock.unlock(memoryCode.toLowerCase().replaceAll('-', ' '))
  expect(unlock.step.value.kind).toBe('open')
  const without = await lockedWorld({ withCode: false })
  await without.unlock.load()
  expect(without.unlock.hasCode.value).toBe(false)
})

test('what was said of one way is not said of the other', async () => {
  const { unlock } = await lockedWorld()
  await unlock.unlock('nothing like it')
  unlock.choose('code')
  expect([unlock.way.value, unlock.step.value.kind]).toEqual(['code', 'ready'])
})

test('one try at a time, and none without anything typed', async () => {
  const { unlock, state, calls } = await lockedWorld()
  const { promise, resolve } = Promise.withResolvers<void>()
  state.wait = promise
  const first = unlock.unlock(passphrase)
  await unlock.unlock('something else')
  unlock.choose('code')
  expect([unlock.step.value.kind, unlock.way.value]).toEqual(['trying', 'passphrase'])
  resolve()
  await first
  expect([unlock.step.value.kind, calls]).toEqual(['open', ['unlock']])
  const empty = await lockedWorld()
  await empty.unlock.unlock('')
  expect([empty.kinds, empty.calls]).toEqual([['ready'], []])
})

test('a lock that cannot be read, and a browser that refuses, say so; both can be tried again', async () => {
  const { unlock, state, log } = await lockedWorld()
  state.problem = { kind: 'unreadable' }
  await unlock.unlock(passphrase)
  expect(unlock.step.value).toEqual({ kind: 'failed', problem: { kind: 'unreadable' } })
  state.problem = null
  state.throws = new Error('gone')
  await unlock.load()
  await unlock.unlock(passphrase)
  expect(unlock.step.value).toMatchObject({ kind: 'failed', problem: { kind: 'failed' } })
  expect([log.noted, log.names]).toEqual([
    ['lock', 'lock'],
    ['Error', 'Error'],
  ])
  state.throws = null
  await unlock.unlock(passphrase)
  expect(unlock.step.value.kind).toBe('open')
})

test('a lock that cannot be read is looked for elsewhere, and opened there', async () => {
  const found = { copy: false, asked: 0 }
  const world = await lockedWorld({
    adopt: async () => {
      found.asked += 1
      if (found.copy) world.state.problem = null
      return found.copy
    },
  })
  const { unlock, state, calls } = world
  state.problem = { kind: 'unreadable' }
  await unlock.unlock(passphrase)
  expect(unlock.step.value).toEqual({ kind: 'failed', problem: { kind: 'unreadable' } })
  found.copy = true
  await unlock.unlock(passphrase)
  expect(unlock.step.value.kind).toBe('open')
  expect([found.asked, calls]).toEqual([2, ['unlock', 'unlock', 'unlock']])
})

test('a check-in can be added, and what deletes everything is brought where it is asked for', async () => {
  const { model, seen, calls } = await lockedWorld()
  expect(seen).toEqual({ opened: 0, checkIns: 0, erase: 0 })
  model.openCheckIn()
  await model.loadErase()
  expect([seen, calls]).toEqual([{ opened: 0, checkIns: 1, erase: 1 }, []])
})
