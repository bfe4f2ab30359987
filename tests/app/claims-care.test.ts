/** The weekly decision of what Patterns claim, made by the main page for those who do not look at Patterns. */
import { expect, test, vi } from 'vitest'
import { createClaimsCare } from '../../lib/app/claims-care.ts'
import type { MakePatterns } from '../../lib/app/pattern-cards.ts'
import { wishesOf } from '../../lib/app/patterns.ts'
import { winterIsLower } from '../../lib/core/help-card.ts'
import type { Claims } from '../../lib/core/insight/claims.ts'
import type { Felt } from '../../lib/core/records.ts'
import { memoryLog, memorySlot } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'
import { workHere } from '../support/pattern-worker.ts'

const open = () => {
  const world = pageWorld('2026-03-10T12:00[Europe/Berlin]')
  const claims = memorySlot<Claims>()
  const make = vi.fn<MakePatterns>(workHere)
  const log = memoryLog()
  const pause = vi.fn(async () => {})
  const care = createClaimsCare({
    ...{ ...world, claims, make, pause, log },
    hemisphere: 'north',
    readWishes: async () => wishesOf({ goal: null, compare: true }),
  })
  /** Low in winter, for so many weeks up to now. */
  const weeks = async (count: number) => {
    const last = Temporal.PlainDate.from('2026-03-09')
    for (let week = 0; week < count; week += 1) {
      const day = last.subtract({ weeks: week })
      const low = [12, 1, 2].includes(day.month)
      await world.checkIn(`${day}T09:00[Europe/Berlin]`, { felt: ((low ? 1 : 8) + (week % 2)) as Felt })
    }
  }
  return { ...world, claims, make, log, pause, care, weeks }
}

test('winters that are lower are known though nobody ever looked at Patterns', async () => {
  const { care, claims, pause, weeks } = open()
  await weeks(170)
  await care()
  const kept = await claims.read()
  expect(kept && winterIsLower(kept)).toBe(true)
  expect(pause).toHaveBeenCalled()
})

test('once a week, and never for less than a year or where nobody is told', async () => {
  const { care, make, clock, settings, weeks } = open()
  await care()
  await weeks(50)
  await care()
  expect(make).not.toHaveBeenCalled()
  await weeks(60)
  await settings.change(current => ({ ...current, helpCard: false }))
  await care()
  expect(make).not.toHaveBeenCalled()
  await settings.change(current => ({ ...current, helpCard: true }))
  await care()
  await care()
  clock.advance(6 * 86_400_000)
  await care()
  expect(make).toHaveBeenCalledTimes(1)
  clock.advance(86_400_000)
  await care()
  expect(make).toHaveBeenCalledTimes(2)
})

test('what was decided of a history that changed meanwhile, or is gone, is not kept', async () => {
  const { care, claims, make, changes, weeks } = open()
  await weeks(60)
  // It was worked out already when that was heard.
  make.mockImplementationOnce(async (read, take, signal) => {
    const decided = await workHere(read, take, signal)
    changes.announce('records')
    expect([signal.aborted, decided]).toEqual([true, expect.anything()])
    return decided
  })
  await care()
  expect(make).toHaveBeenCalledTimes(1)
  expect(await claims.read()).toBeNull()
  await care()
  expect(await claims.read()).not.toBeNull()
})

test('what cannot be read or worked out is noted, and decided another time', async () => {
  const { care, claims, make, log, pause, store, weeks } = open()
  await weeks(60)
  store.problem = { kind: 'failed', name: 'SpanError' }
  await care()
  store.problem = null
  pause.mockImplementationOnce(async () => {
    store.problem = { kind: 'failed', name: 'FactsError' }
  })
  await care()
  store.problem = null
  make.mockRejectedValueOnce(new DOMException('no worker', 'NotFoundError'))
  await care()
  expect(await claims.read()).toBeNull()
  expect(log.names).toEqual(['SpanError', 'FactsError', 'NotFoundError'])
  await care()
  expect(await claims.read()).not.toBeNull()
})
