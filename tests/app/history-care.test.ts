/** The history is counted once in a browser session, and packed once a day. */
import { beforeEach, expect, test } from 'vitest'
import { createHistoryCare } from '../../lib/app/history-care.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { fixedClock, memoryChanges, memoryLog } from '../support/fakes.ts'

const background = (whole = true) => {
  const clock = fixedClock('2027-05-04T12:00[UTC]')
  const changes = memoryChanges()
  const log = memoryLog()
  const done: string[] = []
  let day: string | null = null
  const care = createHistoryCare({
    history: {
      checkCounts: async () => {
        done.push('count')
        return ok(whole)
      },
      packClosedMonths: async () => {
        done.push('pack')
        return fail({ kind: 'full' as const })
      },
    },
    lastDay: {
      read: async () => day,
      write: async value => {
        day = value
      },
    },
    clock,
    changes,
    log,
  })
  return { clock, changes, log, done, care }
}

let back: ReturnType<typeof background>
beforeEach(() => {
  back = background()
})

test('counts and packs at the first start of the worker, and then only packs once a day', async () => {
  await back.care()
  await back.care()
  expect(back.done).toEqual(['count', 'pack'])
  back.clock.advance(24 * 60 * 60_000)
  await back.care()
  await back.care()
  expect(back.done).toEqual(['count', 'pack', 'pack'])
  expect(back.changes.announced).toEqual([])
})

test('tells open pages of what was restored', async () => {
  back = background(false)
  await back.care()
  expect(back.changes.announced).toEqual(['records'])
})
