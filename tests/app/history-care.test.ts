/** Deletions become final at every start of the worker; the history is counted once in a session, and packed once a day. */
import { beforeEach, expect, test } from 'vitest'
import { createHistoryCare } from '../../lib/app/history-care.ts'
import type { StoreProblem } from '../../lib/app/ports.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { fixedClock, memoryChanges, memoryLog } from '../support/fakes.ts'

const background = (whole = true) => {
  const clock = fixedClock('2027-05-04T12:00[UTC]')
  const changes = memoryChanges()
  const log = memoryLog()
  const done: string[] = []
  const broken: { problem: StoreProblem | null } = { problem: null }
  let day: string | null = null
  const answer = <Value>(name: string, value: Value) => {
    done.push(name)
    return broken.problem ? fail(broken.problem) : ok(value)
  }
  const care = createHistoryCare({
    history: {
      settleRemovals: async () => answer('settle', undefined),
      checkCounts: async () => answer('count', whole),
      packClosedMonths: async () => answer('pack', undefined),
    },
    lastDay: {
      read: async () => day,
      write: async value => {
        day = value
      },
    },
    forgetLeft: async () => void done.push('forget'),
    clock,
    changes,
    log,
  })
  return { clock, changes, log, done, broken, care }
}

let back: ReturnType<typeof background>
beforeEach(() => {
  back = background()
})

test('settles at every start of the worker, counts at the first one, and forgets what is left and packs once a day', async () => {
  await back.care()
  expect(back.done.splice(0)).toEqual(['settle', 'forget', 'count', 'pack'])
  await back.care()
  expect(back.done.splice(0)).toEqual(['settle'])
  back.clock.advance(24 * 60 * 60_000)
  await back.care()
  await back.care()
  expect(back.done).toEqual(['settle', 'forget', 'pack', 'settle'])
  expect(back.changes.announced).toEqual([])
  expect(back.log.noted).toEqual([])
})

test('what failed is noted by its name, and done at the next start', async () => {
  back.broken.problem = { kind: 'failed', name: 'UnknownError' }
  await back.care()
  expect(back.done.splice(0)).toEqual(['settle', 'forget', 'count', 'pack'])
  expect(back.log.noted).toEqual(['history settle', 'history count', 'history pack'])
  expect(back.log.names).toEqual(['UnknownError', 'UnknownError', 'UnknownError'])
  back.broken.problem = null
  await back.care()
  expect(back.done.splice(0)).toEqual(['settle', 'forget', 'count', 'pack'])
  await back.care()
  expect(back.done).toEqual(['settle'])
})

test('tells open pages of what was restored', async () => {
  back = background(false)
  await back.care()
  expect(back.changes.announced).toEqual(['records'])
})
