/** The lock as the frame of a page sees it: a page that showed something begins anew, and what was cut off goes on once it is open. */
import { expect, test } from 'vitest'
import type { LockOfHistory } from '../../lib/app/lock-ports.ts'
import { createLockState, goOnByItself } from '../../lib/app/lock-state.ts'
import { memoryChanges, memoryLog } from '../support/fakes.ts'
import { memoryLock } from '../support/memory-lock.ts'

const passphrase = 'slow thaw in march'
const pause = async () => {}

/** Put on, and cut off before anything was encrypted. */
const cutOff = async () => {
  const memory = memoryLock()
  const { lock, calls } = memory
  await lock.turnOn({ passphrase, withCode: false, minutes: 15 })
  calls.length = 0
  const log = memoryLog()
  return { ...memory, log, finished: () => calls.filter(call => call === 'finish').length }
}

const frameOf = async ({ lock, log }: Awaited<ReturnType<typeof cutOff>>) => {
  const changes = memoryChanges()
  lock.listen(() => changes.announce('lock'))
  let anew = 0
  const frame = createLockState({
    lock: { place: {} as never, load: async () => lock as LockOfHistory },
    changes,
    onUse: () => {},
    openAnew: () => {
      anew += 1
    },
    pause,
    log,
  })
  await frame.load()
  return { frame, anew: () => anew }
}

test('what was cut off goes on once the page is unlocked', async () => {
  const world = await cutOff()
  await world.lock.lock()
  const { frame, anew } = await frameOf(world)
  expect([frame.state.value, world.finished()]).toEqual(['locked', 0])
  await world.lock.unlock({ kind: 'passphrase', text: passphrase })
  await expect.poll(async () => (await world.lock.facts()).unfinished).toBe(null)
  expect([frame.state.value, world.finished(), anew(), world.log.noted]).toEqual(['unlocked', 1, 0, []])
})

test('while a person has it put on, nobody else does', async () => {
  const world = memoryLock()
  const log = memoryLog()
  const { frame } = await frameOf({ ...world, log, finished: () => 0 })
  await world.lock.turnOn({ passphrase, withCode: false, minutes: 15 })
  await expect.poll(() => frame.state.value).toBe('unlocked')
  expect(world.calls).toEqual(['turnOn'])
})

test('what kept it from going on is noted, and it goes on nowhere it is locked', async () => {
  const world = await cutOff()
  world.state.problem = { kind: 'full' }
  await goOnByItself(world.lock, { pause, log: world.log })
  world.state.problem = { kind: 'unreadable' }
  await goOnByItself(world.lock, { pause, log: world.log })
  world.state.throws = new DOMException('', 'UnknownError')
  await goOnByItself(world.lock, { pause, log: world.log })
  expect(world.log.names).toEqual(['full', 'unreadable', 'UnknownError'])
  Object.assign(world.state, { problem: null, throws: null })
  await world.lock.lock()
  world.calls.length = 0
  await goOnByItself(world.lock, { pause, log: world.log })
  expect(world.calls).toEqual([])
})
