/** The check of days that the main page makes by itself: when it does, and what it leaves in the log. */
import { expect, test, vi } from 'vitest'
import { createDayCheck } from '../../lib/app/day-check.ts'
import { createDaysCare } from '../../lib/app/days-care.ts'
import type { DayCheck, DayCheckAsk } from '../../lib/app/ports.ts'
import { fail, ok, type Result } from '../../lib/core/result.ts'
import { fixedClock, memoryChanges, memoryLog, memorySlot } from '../support/fakes.ts'

const right: DayCheck = { checked: 12, repaired: 0, whole: true }

const world = () => {
  const state = { found: ok(right) as Result<DayCheck, { kind: 'failed'; name: string }> }
  const clock = fixedClock('2026-11-22T12:00[Europe/Berlin]')
  const log = memoryLog()
  const changes = memoryChanges()
  const checkDays = vi.fn(async (_ask: DayCheckAsk) => state.found)
  const slots = { lastWhole: memorySlot<string>(), lastTried: memorySlot<string>() }
  const idle = vi.fn(async () => {})
  const care = createDaysCare({
    check: createDayCheck({ checkDays, changes, log }),
    whenIdle: idle,
    ...slots,
    clock,
    log,
  })
  return {
    state,
    clock,
    log,
    changes,
    checkDays,
    idle,
    ...slots,
    care,
    /** Another start of the browser, so many days later. */
    restart: async (days = 0) => {
      clock.advance(days * 24 * 3_600_000)
      await slots.lastTried.write(null)
      await care()
    },
  }
}

test('once in a session of the browser, and not for a week where all days were looked through', async () => {
  const { care, restart, checkDays } = world()
  await care()
  await care()
  expect(checkDays).toHaveBeenCalledTimes(1)
  await restart(6)
  expect(checkDays).toHaveBeenCalledTimes(1)
  await restart(1)
  expect(checkDays).toHaveBeenCalledTimes(2)
})

test('it waits until nobody needs the browser, before it begins and between two slices', async () => {
  const { care, idle, checkDays } = world()
  let ready = () => {}
  idle.mockReturnValueOnce(
    new Promise(resolve => {
      ready = resolve
    }),
  )
  const cared = care()
  await vi.waitFor(() => expect(idle).toHaveBeenCalledTimes(1))
  expect(checkDays).not.toHaveBeenCalled()
  ready()
  await cared
  expect(checkDays).toHaveBeenCalledWith({ pause: idle })
})

test('a clock that was set back does not put it off', async () => {
  const { care, restart, checkDays } = world()
  await care()
  await restart(-1)
  expect(checkDays).toHaveBeenCalledTimes(2)
})

test('what did not get through all days is tried again in the next session', async () => {
  const { state, care, restart, checkDays, log } = world()
  state.found = ok({ ...right, whole: false })
  await care()
  await care()
  expect(checkDays).toHaveBeenCalledTimes(1)
  expect(log.noted).toEqual([])
  state.found = ok(right)
  await restart()
  await restart()
  expect(checkDays).toHaveBeenCalledTimes(2)
})

test('the log says how many days were put right, and every page reads them again', async () => {
  const { state, care, log, changes } = world()
  state.found = ok({ ...right, repaired: 3 })
  await care()
  expect([log.noted, log.names]).toEqual([['days'], ['3 put right']])
  expect(changes.announced).toEqual(['records'])
})

test('where all days are right, nobody hears of it', async () => {
  const { care, log, changes } = world()
  await care()
  expect([log.noted, changes.announced]).toEqual([[], []])
})

test('a history that cannot be read is a line in the log, and tried again in the next session', async () => {
  const { state, care, restart, log, checkDays } = world()
  state.found = fail({ kind: 'failed', name: 'UnknownError' })
  await care()
  await care()
  expect([log.noted, log.names]).toEqual([['days check'], ['UnknownError']])
  await restart()
  expect(checkDays).toHaveBeenCalledTimes(2)
})

test('it never rejects, whatever the browser refuses', async () => {
  const { care, log, lastTried } = world()
  lastTried.read = async () => {
    throw new DOMException('', 'QuotaExceededError')
  }
  await care()
  expect([log.noted, log.names]).toEqual([['days care'], ['QuotaExceededError']])
})
