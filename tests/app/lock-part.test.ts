/** The lock in Data & privacy: set up, changed, cut off and gone on with, turned off; and its code, which is shown once. */
import { expect, test } from 'vitest'
import { createLockPart } from '../../lib/app/lock-part.ts'
import type { LockFacts } from '../../lib/app/lock-ports.ts'
import type { Taken } from '../../lib/app/ports.ts'
import { fixedClock, memoryLog } from '../support/fakes.ts'
import { memoryCode, memoryLock, memoryNewCode } from '../support/memory-lock.ts'

const passphrase = 'slow thaw in march'
const ask = { passphrase, withCode: true, minutes: 15 } as const
const way = { kind: 'passphrase', text: passphrase } as const

const partWorld = () => {
  const { lock, state, calls, listeners } = memoryLock()
  const log = memoryLog()
  const files: { name: string; content: Blob }[] = []
  const copied: string[] = []
  const browser: { says: Taken } = { says: 'done' }
  const held = { now: 0, ever: 0 }
  const model = createLockPart({
    lock,
    takeOut: {
      copyText: async text => {
        copied.push(text)
        return browser.says
      },
      saveFile: (name, content) => {
        files.push({ name, content })
        return browser.says
      },
    },
    clock: fixedClock('2026-11-22T23:30[Europe/Berlin]'),
    log,
    pause: async () => {},
    hold: () => {
      held.now += 1
      held.ever += 1
      return () => {
        held.now -= 1
      }
    },
  })
  /** How far it was, whenever that was shown. */
  const works: string[] = []
  model.work.subscribe(work => {
    if (work) works.push(`${work.deed} ${work.done}/${work.of}`)
  })
  return { model, lock, state, calls, listeners, log, files, copied, browser, held, works }
}

const onWorld = async (given: Partial<typeof ask> | { withCode: false } = {}) => {
  const world = partWorld()
  await world.model.load()
  await world.model.turnOn({ ...ask, ...given })
  world.model.keptCode()
  world.works.length = 0
  return world
}

test('it is turned on with how far it is, and the code is held on to until it is kept', async () => {
  const { model, held, works } = partWorld()
  await model.load()
  expect(model.facts.value?.state).toBe('none')
  model.open('on')
  const turning = model.turnOn(ask)
  expect([model.form.value, held.now]).toEqual(['on', 1])
  await turning
  expect(works).toEqual(['on 0/0', 'on 1/4', 'on 2/4', 'on 3/4', 'on 4/4'])
  expect(model.facts.value).toMatchObject({ state: 'unlocked', unfinished: null, hasCode: true, minutes: 15 })
  expect([model.form.value, model.work.value, model.problem.value]).toEqual([null, null, null])
  expect([model.told.value, model.code.value, held.now]).toEqual(['on', memoryCode, 1])
  model.keptCode()
  expect([model.code.value, held.now, held.ever]).toEqual([null, 0, 2])
})

test('without a code there is none to keep', async () => {
  const { model, held } = await onWorld({ withCode: false })
  expect(model.facts.value?.hasCode).toBe(false)
  expect([model.code.value, model.told.value, held.now, held.ever]).toEqual([null, 'on', 0, 1])
})

test('the code can be copied and saved as a file that is called by its day alone', async () => {
  const { model, files, copied, browser } = partWorld()
  await model.load()
  await model.turnOn(ask)
  await model.copyCode()
  expect([copied, model.codeTaken.value]).toEqual([[memoryCode], { kind: 'copied' }])
  model.saveCode()
  expect(model.codeTaken.value).toEqual({ kind: 'saved', name: 'thaw-2026-11-22-code.txt' })
  expect(files.map(({ name }) => name)).toEqual(['thaw-2026-11-22-code.txt'])
  expect(await files[0]?.content.text()).toBe(`${memoryCode}\r\n`)
  browser.says = 'refused'
  await model.copyCode()
  expect(model.codeTaken.value).toEqual({ kind: 'not-copied' })
  model.saveCode()
  expect(model.codeTaken.value).toEqual({ kind: 'not-saved' })
  model.keptCode()
  await model.copyCode()
  model.saveCode()
  expect([copied.length, files.length, model.codeTaken.value]).toEqual([2, 2, null])
})

test('where the old is encrypted bit by bit, the code is there before it is done, and the rest follows', async () => {
  const { model, works } = partWorld()
  await model.load()
  const shown: (string | null)[] = []
  model.work.subscribe(work => {
    if (work?.done === 1) shown.push(model.code.value)
  })
  await model.turnOn(ask)
  expect(works).toEqual(['on 0/0', 'on 1/4', 'on 2/4', 'on 3/4', 'on 4/4'])
  expect(shown).toEqual([memoryCode])
  expect([model.facts.value?.unfinished, model.told.value]).toEqual([null, 'on'])
})

test('one that was cut off says so, and goes on at a word, turned on or off', async () => {
  const { model, state } = partWorld()
  await model.load()
  await model.goOn()
  state.stopsAfter = 2
  model.open('on')
  await model.turnOn(ask)
  model.keptCode()
  expect(model.facts.value).toMatchObject({ state: 'unlocked', unfinished: 'on' })
  expect([model.form.value, model.told.value]).toEqual([null, null])
  await model.goOn()
  expect([model.facts.value?.unfinished, model.told.value]).toEqual(['on', null])
  state.stopsAfter = 4
  await model.goOn()
  expect([model.facts.value?.unfinished, model.told.value]).toEqual([null, 'on'])
  state.stopsAfter = 1
  model.open('off')
  await model.turnOff(way)
  expect(model.facts.value).toMatchObject({ state: 'unlocked', unfinished: 'off' })
  expect([model.form.value, model.problem.value?.kind]).toEqual([null, 'failed'])
  state.stopsAfter = 4
  await model.goOn()
  expect([model.facts.value?.state, model.told.value, model.problem.value]).toEqual(['none', 'off', null])
})

test('what opens it is asked for, and what does not leaves the form as it is', async () => {
  const { model, works, held } = await onWorld()
  model.open('off')
  await model.turnOff({ kind: 'passphrase', text: 'something else' })
  expect([model.form.value, model.problem.value, model.told.value]).toEqual(['off', { kind: 'wrong' }, null])
  expect(model.facts.value?.state).toBe('unlocked')
  await model.turnOff({ kind: 'code', text: memoryCode })
  expect(works.at(-1)).toBe('off 4/4')
  expect([model.form.value, model.problem.value, model.told.value]).toEqual([null, null, 'off'])
  expect([model.facts.value?.state, held.now]).toEqual(['none', 0])
})

test('the passphrase is changed by whoever has it or the code', async () => {
  const { model, lock } = await onWorld()
  model.open('passphrase')
  await model.changePassphrase({ kind: 'passphrase', text: 'not that' }, 'ice in april')
  expect([model.form.value, model.problem.value]).toEqual(['passphrase', { kind: 'wrong' }])
  await model.changePassphrase(way, 'ice in april')
  expect([model.form.value, model.problem.value, model.told.value]).toEqual([null, null, 'passphrase'])
  await model.changePassphrase({ kind: 'code', text: memoryCode }, 'rain in may')
  expect((await lock.unlock({ kind: 'passphrase', text: 'ice in april' })).ok).toBe(false)
  expect((await lock.unlock({ kind: 'passphrase', text: 'rain in may' })).ok).toBe(true)
})

test('how many records nothing could open any more is said once the lock is off, and until something else is asked for', async () => {
  const { model, state } = await onWorld()
  state.unopened = 3
  model.open('off')
  await model.turnOff(way)
  expect([model.told.value, model.unopened.value]).toEqual(['off', 3])
  model.open('on')
  expect(model.unopened.value).toBe(null)
  state.unopened = 0
  await model.turnOn(ask)
  model.keptCode()
  await model.turnOff(way)
  expect([model.told.value, model.unopened.value]).toEqual(['off', null])
})

test('a new code is made by whoever has what opens it, is shown once, and takes the place of the old one', async () => {
  const { model, lock, held } = await onWorld()
  model.open('code')
  await model.renewCode({ kind: 'passphrase', text: 'not that' })
  expect([model.form.value, model.problem.value, model.code.value]).toEqual(['code', { kind: 'wrong' }, null])
  await model.renewCode(way)
  expect([model.form.value, model.code.value, model.told.value]).toEqual([null, memoryNewCode, 'code'])
  // The browser is kept from leaving until the code is.
  expect(held.now).toBe(1)
  model.keptCode()
  expect([model.code.value, held.now]).toEqual([null, 0])
  expect((await lock.unlock({ kind: 'code', text: memoryCode })).ok).toBe(false)
  expect((await lock.unlock({ kind: 'code', text: memoryNewCode })).ok).toBe(true)
})

test('what kept it from being done is said, nothing of the form is lost, and it can be asked for again', async () => {
  const { model, state, held, log } = partWorld()
  await model.load()
  model.open('on')
  state.problem = { kind: 'full' }
  await model.turnOn(ask)
  expect([model.form.value, model.problem.value, model.code.value]).toEqual(['on', { kind: 'full' }, null])
  state.problem = null
  const { facts } = model
  state.throws = new DOMException('no', 'UnknownError')
  await model.turnOn(ask)
  expect(model.problem.value).toEqual({ kind: 'failed', name: 'UnknownError' })
  expect([facts.value?.state, log.noted.length, held.now]).toEqual(['none', 2, 0])
  state.throws = null
  await model.turnOn(ask)
  expect([model.form.value, model.problem.value, model.told.value]).toEqual([null, null, 'on'])
})

test('one thing at a time: nothing else begins, opens or closes meanwhile', async () => {
  const { model, state, calls } = partWorld()
  await model.load()
  const { promise, resolve } = Promise.withResolvers<void>()
  state.wait = promise
  model.open('on')
  const turning = model.turnOn(ask)
  await model.turnOff(way)
  await model.turnOn(ask)
  model.cancel()
  model.open('off')
  await model.setMinutes(5)
  expect([model.form.value, calls]).toEqual(['on', ['turnOn']])
  resolve()
  await turning
  expect([model.form.value, model.told.value]).toEqual([null, 'on'])
})

test('the minutes show at once, and what they were where they are not kept', async () => {
  const { model, state, lock } = await onWorld()
  expect(model.minutesToChoose).toEqual([5, 15, 60, null])
  const setting = model.setMinutes(null)
  expect(model.facts.value?.minutes).toBe(null)
  await setting
  expect((await lock.facts()).minutes).toBe(null)
  state.problem = { kind: 'failed', name: 'UnknownError' }
  await model.setMinutes(60)
  expect([model.facts.value?.minutes, model.problem.value?.kind]).toEqual([null, 'failed'])
  model.open('off')
  expect(model.problem.value).toBe(null)
})

test('it follows what happens elsewhere, and is told of it once', async () => {
  const { model, lock, listeners } = await onWorld()
  await model.load()
  expect(listeners.size).toBe(1)
  const states: (LockFacts['state'] | undefined)[] = []
  model.facts.subscribe(facts => void states.push(facts?.state))
  await lock.lock()
  await lock.unlock(way)
  await model.lockNow()
  await lock.facts()
  expect(states).toEqual(['unlocked', 'locked', 'unlocked', 'locked'])
})

test('a form that is left says nothing of what went before', async () => {
  const { model } = await onWorld()
  expect(model.told.value).toBe('on')
  model.open('off')
  await model.turnOff({ kind: 'passphrase', text: 'no' })
  model.cancel()
  expect([model.form.value, model.problem.value, model.told.value]).toEqual([null, null, null])
})
